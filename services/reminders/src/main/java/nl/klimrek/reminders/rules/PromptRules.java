package nl.klimrek.reminders.rules;

import nl.klimrek.eventing.inbox.EventHandlers;

/**
 * The events that schedule and cancel some kinds of prompts.
 *
 * <p>Each implementation is a component and carries {@link Schedules} with its kinds. The service finds it by itself.
 */
public interface PromptRules {

    /** Adds the handlers of these rules. */
    void register(EventHandlers handlers);
}
