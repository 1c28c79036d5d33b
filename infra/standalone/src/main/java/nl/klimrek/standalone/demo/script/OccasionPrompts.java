package nl.klimrek.standalone.demo.script;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.contracts.reminders.PromptCancelled;
import nl.klimrek.contracts.reminders.PromptScheduled;
import nl.klimrek.contracts.reminders.PromptSent;
import nl.klimrek.contracts.reminders.PromptSuppressed;
import nl.klimrek.standalone.demo.client.CollectedEvent;
import nl.klimrek.standalone.demo.client.DemoUser;
import nl.klimrek.standalone.demo.client.EventCollector;
import nl.klimrek.standalone.demo.client.Eventually;

/** Finds prompts by what they are about, and what was recorded about them. */
public final class OccasionPrompts {

    private final EventCollector events;
    private final Map<String, String> personIds = new HashMap<>();

    public OccasionPrompts(EventCollector events) {
        this.events = events;
    }

    /** Id of the prompt for this action about this subject, when it is scheduled. */
    public String id(PromptAction action, DemoUser actor, String about) {
        String person = personIds.computeIfAbsent(actor.name(), name -> actor.id());
        return events.await(
                        actor.name() + " will be asked to " + action,
                        PromptScheduled.class,
                        event -> action.name().equals(event.text("action"))
                                && person.equals(event.text("actor"))
                                && about.equals(event.text("about")))
                .text("prompt");
    }

    /** Waits until the prompt is sent; returns its id. */
    public String sent(PromptAction action, DemoUser actor, String about) {
        String prompt = id(action, actor, about);
        events.await(
                actor.name() + " was asked to " + action,
                PromptSent.class,
                event -> prompt.equals(event.text("prompt")));
        return prompt;
    }

    /** Waits until a prompt was sent a second time. */
    public CollectedEvent sentAgain(String prompt) {
        return Eventually.until(prompt + " comes again", () -> {
            List<CollectedEvent> sent = events.soFar().stream()
                    .filter(event -> event.is(PromptSent.class) && prompt.equals(event.text("prompt")))
                    .toList();
            return sent.size() < 2 ? Optional.empty() : Optional.of(sent.get(sent.size() - 1));
        });
    }

    /** Waits until the prompt was not sent; returns the recorded reason. */
    public String suppressed(PromptAction action, DemoUser actor, String about) {
        String prompt = id(action, actor, about);
        return events.await(
                        actor.name() + " is not asked to " + action,
                        PromptSuppressed.class,
                        event -> prompt.equals(event.text("prompt")))
                .text("reason");
    }

    /** Waits until the prompt was cancelled; returns the recorded reason. */
    public String ended(PromptAction action, DemoUser actor, String about) {
        String prompt = id(action, actor, about);
        return events.await(
                        actor.name() + " is no longer asked to " + action,
                        PromptCancelled.class,
                        event -> prompt.equals(event.text("prompt")))
                .text("reason");
    }
}
