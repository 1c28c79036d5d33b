package nl.klimrek.contracts.reminders;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * A prompt was not sent, and why.
 *
 * @param prompt id of the prompt
 * @param actor person id of the one who is asked
 * @param reason why it was not sent
 */
@EventContract(type = "nl.klimrek.reminders.prompt-suppressed.v1", topic = Topics.REMINDERS)
public record PromptSuppressed(String prompt, String actor, SuppressReason reason) {}
