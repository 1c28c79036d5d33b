package nl.klimrek.reminders.rules;

import nl.klimrek.eventing.inbox.EventHandlers;

/**
 * The events that schedule and cancel some kinds of prompts: those of the catalogue's files, and those that need code.
 *
 * <p>Each implementation is a component. The service finds it by itself.
 */
public interface PromptRules {

    /** Adds the handlers of these rules. */
    void register(EventHandlers handlers);
}
