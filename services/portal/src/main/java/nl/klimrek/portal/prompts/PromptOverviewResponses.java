package nl.klimrek.portal.prompts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the reminders service answers HR. */
final class PromptOverviewResponses {

    private PromptOverviewResponses() {}

    /**
     * A rule in force.
     *
     * @param kind    how binding it is: {@code DUTY}, {@code HELP} or {@code NOTICE}
     * @param subject subject of its message
     * @param step    the step in words
     * @param why     the reason in words
     * @param series  repetition while nothing follows; null for a single message
     * @param ownVersion version of the organisation's own words; 0 for the built-in ones
     * @param compared whether other words are compared with these
     */
    record Rule(
            String action,
            int version,
            String kind,
            String group,
            String subject,
            String step,
            String why,
            @Nullable Series series,
            int ownVersion,
            boolean compared) {}

    /** @param then whom a silence goes to: {@code OTHER_SIDE}, {@code MANAGER} or {@code HR} */
    record Series(int every, int messages, String then) {}

    /**
     * What would be sent in the coming week.
     *
     * @param messages messages; null for fewer than five people
     * @param people   people; null for fewer than five
     * @param complete whether everything was counted
     */
    record Preview(
            Instant from,
            Instant until,
            @Nullable Integer messages,
            @Nullable Integer people,
            boolean complete,
            List<Line> lines) {}

    /**
     * @param sent      prompts; null for fewer than five people
     * @param held      prompts that wait or do not come, by reason
     * @param heldByFew whether there are more, about fewer than five people
     */
    record Line(String action, String subject, @Nullable Integer sent, Map<String, Integer> held, boolean heldByFew) {}

    /** A silence that HR is asked to look at. */
    record Silence(
            String id,
            String person,
            String action,
            @Nullable Instant since) {}

    /** A person whose address accepts no mail. */
    record Undeliverable(String person, Instant since) {}
}
