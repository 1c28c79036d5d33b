package nl.klimrek.contracts.reminders;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * A prompt was sent.
 *
 * @param prompt id of the prompt
 * @param actor person id of the one who is asked
 * @param channel how it was sent
 * @param template template used
 * @param templateVersion version of that template
 */
@EventContract(type = "nl.klimrek.reminders.prompt-sent.v1", topic = Topics.REMINDERS)
public record PromptSent(String prompt, String actor, Channel channel, String template, int templateVersion) {}
