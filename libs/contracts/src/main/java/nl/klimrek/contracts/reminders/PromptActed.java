package nl.klimrek.contracts.reminders;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * What a prompt asked for was done.
 *
 * @param prompt id of the prompt
 * @param actor person id of the one who is asked
 */
@EventContract(type = "nl.klimrek.reminders.prompt-acted.v1", topic = Topics.REMINDERS)
public record PromptActed(String prompt, String actor) {}
