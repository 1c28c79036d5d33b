package nl.klimrek.contracts.reminders;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * A person wants a prompt that they had dismissed; it waits again and is not sent again.
 *
 * @param prompt id of the prompt
 * @param actor person id of the one who is asked
 */
@EventContract(type = "nl.klimrek.reminders.prompt-restored.v1", topic = Topics.REMINDERS)
public record PromptRestored(String prompt, String actor) {}
