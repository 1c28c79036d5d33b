package nl.klimrek.reminders.outcomes;

import java.util.HashSet;
import java.util.Set;
import nl.klimrek.reminders.prompt.Prompt;
import nl.klimrek.reminders.prompt.PromptStatus;
import org.jspecify.annotations.Nullable;

/**
 * What followed on one text. Figures about fewer than five people are left out, and shares are rounded to five percent, so that
 * one person more or less does not show.
 *
 * @param ownVersion version of the organisation's own words; 0 for the built-in ones
 * @param templateVersion version of the template
 * @param ruleVersion version of the rule that asked
 * @param people people who got it; null for fewer than five
 * @param acted percent of the prompts whose step was taken; null for fewer than five people
 * @param ignored percent upon which nothing followed; null for fewer than five people
 * @param snoozed percent that were put off; null for fewer than five people
 */
record TextOutcome(
        int ownVersion,
        int templateVersion,
        int ruleVersion,
        @Nullable Integer people,
        @Nullable Integer acted,
        @Nullable Integer ignored,
        @Nullable Integer snoozed) {

    private static final int MIN_GROUP = 5;
    private static final int STEP = 5;

    /** A text by which prompts are counted. */
    record Text(int ownVersion, int templateVersion, int ruleVersion) implements Comparable<Text> {

        static Text of(Prompt prompt) {
            int version = prompt.progress().templateVersion();
            return new Text(
                    prompt.progress().template() == null ? 0 : version,
                    version,
                    prompt.progress().ruleVersion());
        }

        @Override
        public int compareTo(Text other) {
            int own = Integer.compare(ownVersion, other.ownVersion);
            int template = own != 0 ? own : Integer.compare(templateVersion, other.templateVersion);
            return template != 0 ? template : Integer.compare(ruleVersion, other.ruleVersion);
        }
    }

    /** Counts the prompts of one text by what followed on their last message. */
    static final class Tally {

        private final Set<String> people = new HashSet<>();
        private int prompts;
        private int acted;
        private int ignored;
        private int snoozed;

        void add(Prompt prompt) {
            people.add(prompt.actor());
            prompts++;
            if (prompt.status() == PromptStatus.ACTED) {
                acted++;
            } else if (prompt.progress().silences() > 0) {
                ignored++;
            } else if (prompt.status() == PromptStatus.SCHEDULED) {
                snoozed++;
            }
        }

        TextOutcome outcome(Text text) {
            boolean few = people.size() < MIN_GROUP;
            return new TextOutcome(
                    text.ownVersion(),
                    text.templateVersion(),
                    text.ruleVersion(),
                    few ? null : people.size(),
                    few ? null : share(acted),
                    few ? null : share(ignored),
                    few ? null : share(snoozed));
        }

        private int share(int part) {
            return Math.round(100f * part / prompts / STEP) * STEP;
        }
    }
}
