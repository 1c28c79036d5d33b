package nl.klimrek.contracts.reminders;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * A prompt became moot before it was acted upon.
 *
 * @param prompt id of the prompt
 * @param actor person id of the one who is asked
 * @param reason why it is moot
 */
@EventContract(type = "nl.klimrek.reminders.prompt-cancelled.v1", topic = Topics.REMINDERS)
public record PromptCancelled(String prompt, String actor, SuppressReason reason) {}
