package nl.klimrek.contracts.reminders;

import java.time.Instant;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asked to be asked later.
 *
 * @param prompt id of the prompt
 * @param actor person id of the one who is asked
 * @param until not before this moment
 * @param template template of the message before it (may be null)
 * @param templateVersion version of that template (may be null)
 * @param ruleVersion version of the rule that asked (may be null)
 */
@EventContract(type = "nl.klimrek.reminders.prompt-snoozed.v1", topic = Topics.REMINDERS)
public record PromptSnoozed(
        String prompt,
        String actor,
        Instant until,
        @Nullable String template,
        @Nullable Integer templateVersion,
        @Nullable Integer ruleVersion) {}
