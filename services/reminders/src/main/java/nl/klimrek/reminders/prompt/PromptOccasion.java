package nl.klimrek.reminders.prompt;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * With whom and when: the occasion of a prompt, as the event said that asked for it.
 *
 * @param with person id of the other person; null when there is none
 * @param start start of the appointment; null when there is none
 * @param end end of the appointment; null when there is none
 * @param firstDay first day of the days that it is about; null when there are none
 * @param lastDay last day of the days that it is about, or the one day; null when there are none
 */
public record PromptOccasion(
        @Nullable String with,
        @Nullable Instant start,
        @Nullable Instant end,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay) {

    /** Nothing is known. */
    public static final PromptOccasion NONE = new PromptOccasion(null, null, null, null, null);

    /** With a person alone. */
    public static PromptOccasion with(@Nullable String person) {
        return new PromptOccasion(person, null, null, null, null);
    }

    /** With a person, about one day. */
    public static PromptOccasion with(@Nullable String person, LocalDate day) {
        return new PromptOccasion(person, null, null, null, day);
    }
}
