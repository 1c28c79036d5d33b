package nl.klimrek.reminders.rules;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.contracts.reminders.PromptSubject;

/**
 * What waits for one person's manager, and the managers who were prompted, so that a new manager gets a prompt as well.
 *
 * @param waiting oldest first
 */
public record TrackedRequests(List<TrackedRequest> waiting) {

    static final TrackedRequests EMPTY = new TrackedRequests(List.of());

    public TrackedRequests {
        waiting = List.copyOf(waiting);
    }

    TrackedRequests with(PromptAction action, PromptSubject subject, String about) {
        return new TrackedRequests(Stream.concat(
                        without(action, about).waiting.stream(),
                        Stream.of(new TrackedRequest(about, action, subject, List.of())))
                .toList());
    }

    TrackedRequests without(PromptAction action, String about) {
        return new TrackedRequests(waiting.stream()
                .filter(tracked -> !tracked.isAbout(action, about))
                .toList());
    }

    /** Marks a manager as prompted about something that still waits. */
    TrackedRequests prompted(PromptAction action, String about, String manager) {
        return new TrackedRequests(waiting.stream()
                .map(tracked -> tracked.isAbout(action, about) ? tracked.with(manager) : tracked)
                .toList());
    }

    Optional<TrackedRequest> find(PromptAction action, String about) {
        return waiting.stream()
                .filter(tracked -> tracked.isAbout(action, about))
                .findFirst();
    }
}
