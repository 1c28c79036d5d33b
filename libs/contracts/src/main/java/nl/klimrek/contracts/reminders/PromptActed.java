package nl.klimrek.contracts.reminders;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * What a prompt asked for was done.
 *
 * @param prompt id of the prompt
 * @param actor person id of the one who is asked
 * @param template template of the message before it (may be null)
 * @param templateVersion version of that template (may be null)
 * @param ruleVersion version of the rule that asked (may be null)
 */
@EventContract(type = "nl.klimrek.reminders.prompt-acted.v1", topic = Topics.REMINDERS)
public record PromptActed(
        String prompt,
        String actor,
        @Nullable String template,
        @Nullable Integer templateVersion,
        @Nullable Integer ruleVersion) {}
