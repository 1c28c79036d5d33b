package nl.klimrek.contracts.reminders;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Minimum;
import nl.klimrek.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Nothing followed on a message for as long as its rule waits.
 *
 * @param prompt id of the prompt
 * @param actor person id of the one who is asked
 * @param silence number of messages that nothing followed on, from 1
 * @param template template of that message
 * @param templateVersion version of that template (may be null)
 * @param ruleVersion version of the rule that asked (may be null)
 */
@EventContract(type = "nl.klimrek.reminders.prompt-ignored.v1", topic = Topics.REMINDERS)
public record PromptIgnored(
        String prompt,
        String actor,
        @Minimum(1) int silence,
        String template,
        @Nullable Integer templateVersion,
        @Nullable Integer ruleVersion) {}
