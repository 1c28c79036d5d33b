package nl.klimrek.reminders.rules;

import java.util.List;
import java.util.stream.Stream;

/**
 * One person's undecided budget requests and the managers who were prompted, so that a new manager gets a prompt as well.
 *
 * @param waiting oldest first
 */
public record TrackedRequests(List<TrackedRequest> waiting) {

    static final TrackedRequests EMPTY = new TrackedRequests(List.of());

    public TrackedRequests {
        waiting = List.copyOf(waiting);
    }

    TrackedRequests with(String request) {
        return new TrackedRequests(
                Stream.concat(without(request).waiting.stream(), Stream.of(new TrackedRequest(request, List.of())))
                        .toList());
    }

    TrackedRequests without(String request) {
        return new TrackedRequests(waiting.stream()
                .filter(tracked -> !tracked.request().equals(request))
                .toList());
    }

    /** Marks a manager as prompted about a request that is still undecided. */
    TrackedRequests prompted(String request, String manager) {
        return new TrackedRequests(waiting.stream()
                .map(tracked -> tracked.request().equals(request) ? tracked.with(manager) : tracked)
                .toList());
    }

    /** Whether the request is undecided and this manager was not prompted about it. */
    boolean isNewTo(String manager, String request) {
        return waiting.stream()
                .anyMatch(tracked ->
                        tracked.request().equals(request) && !tracked.prompted().contains(manager));
    }

    List<String> promptedManagers(String request) {
        return waiting.stream()
                .filter(tracked -> tracked.request().equals(request))
                .flatMap(tracked -> tracked.prompted().stream())
                .toList();
    }
}
