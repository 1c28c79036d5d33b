package nl.klimrek.contracts.reminders;

import java.time.Instant;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * Somebody asked to be asked later.
 *
 * @param prompt id of the prompt
 * @param actor person id of the one who is asked
 * @param until not before this moment
 */
@EventContract(type = "nl.klimrek.reminders.prompt-snoozed.v1", topic = Topics.REMINDERS)
public record PromptSnoozed(String prompt, String actor, Instant until) {}
