package nl.klimrek.reminders.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.contracts.reminders.SuppressReason;
import org.jspecify.annotations.Nullable;

/**
 * What would be sent in the coming week as things stand now. Figures about fewer than five people are left out.
 *
 * @param from beginning
 * @param until end
 * @param messages messages that would go out; null for fewer than five
 * @param people people who would get them; null for fewer than five
 * @param complete whether everything that is due was counted
 * @param lines one for each kind
 */
record PromptPreview(
        Instant from,
        Instant until,
        @Nullable Integer messages,
        @Nullable Integer people,
        boolean complete,
        List<Line> lines) {

    private static final int MIN_GROUP = 5;

    /** A figure about this many people; null when they are too few. */
    static @Nullable Integer figure(int count, int people) {
        return people < MIN_GROUP ? null : Integer.valueOf(count);
    }

    /**
     * A kind of prompt.
     *
     * @param subject what its message is called
     * @param sent prompts that would be sent; null for fewer than five people
     * @param held prompts that would wait or not be sent, by reason; without those about fewer than five people
     * @param heldByFew whether there are others, about fewer than five people
     */
    record Line(
            PromptAction action,
            String subject,
            @Nullable Integer sent,
            Map<SuppressReason, Integer> held,
            boolean heldByFew) {}

    /** A person's message on a day. */
    record MessageOf(String person, LocalDate day) {}
}
