package nl.klimrek.standalone.demo.script;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import nl.klimrek.contracts.reminders.PromptActed;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.contracts.reminders.PromptCancelled;
import nl.klimrek.contracts.reminders.PromptScheduled;
import nl.klimrek.contracts.reminders.PromptSent;
import nl.klimrek.standalone.demo.client.CollectedEvent;
import nl.klimrek.standalone.demo.client.DemoUser;
import nl.klimrek.standalone.demo.client.EventCollector;
import nl.klimrek.standalone.demo.client.Eventually;

/** Tracks prompts and their outcome from the reminders' events. */
public final class PromptTracker {

    private final EventCollector events;
    private final Map<String, String> personIds = new TreeMap<>();

    public PromptTracker(EventCollector events) {
        this.events = events;
    }

    /** Waits until a prompt for this action is scheduled; returns its id. */
    public String planned(PromptAction action, DemoUser actor) {
        return events.await(actor.name() + " will be asked to " + action, PromptScheduled.class, of(action, actor))
                .text("prompt");
    }

    /** Waits until the prompt is sent. */
    public void sent(PromptAction action, DemoUser actor) {
        String prompt = planned(action, actor);
        events.await(
                actor.name() + " was asked to " + action, PromptSent.class, sent -> prompt.equals(sent.text("prompt")));
    }

    /** Waits until the prompt has ended; returns whether it was acted upon or cancelled. */
    public String settled(PromptAction action, DemoUser actor) {
        String prompt = planned(action, actor);
        return Eventually.until(actor.name() + " is no longer asked to " + action, () -> ending(prompt));
    }

    private Optional<String> ending(String prompt) {
        return events.soFar().stream()
                .filter(event -> prompt.equals(event.text("prompt")))
                .reduce((earlier, later) -> later)
                .flatMap(last -> last.is(PromptActed.class)
                        ? Optional.of("acted upon")
                        : last.is(PromptCancelled.class)
                                ? Optional.of("cancelled, no longer needed")
                                : Optional.empty());
    }

    /** Number of prompts for two users, by outcome. */
    public EventCounts counted(DemoUser one, DemoUser other) {
        EventCounts counts = new EventCounts();
        events.soFar().stream()
                .filter(by(one).or(by(other)))
                .forEach(event -> kindOf(event).ifPresent(counts::add));
        return counts;
    }

    private static Optional<String> kindOf(CollectedEvent event) {
        return event.is(PromptScheduled.class)
                ? Optional.of("planned")
                : event.is(PromptSent.class)
                        ? Optional.of("sent")
                        : event.is(PromptActed.class)
                                ? Optional.of("acted upon")
                                : event.is(PromptCancelled.class) ? Optional.of("cancelled") : Optional.empty();
    }

    private Predicate<CollectedEvent> of(PromptAction action, DemoUser actor) {
        return by(actor).and(event -> action.name().equals(event.text("action")));
    }

    private Predicate<CollectedEvent> by(DemoUser actor) {
        String id = personIds.computeIfAbsent(actor.name(), name -> actor.id());
        return event -> id.equals(event.text("actor"));
    }
}
