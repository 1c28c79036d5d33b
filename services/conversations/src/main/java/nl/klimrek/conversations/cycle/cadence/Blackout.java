package nl.klimrek.conversations.cycle.cadence;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Days in which nobody is asked to talk, such as a factory's holiday.
 *
 * @param id id
 * @param from first day
 * @param until last day, at most {@link #MAX_DAYS} days after the first
 */
public record Blackout(String id, LocalDate from, LocalDate until) {

    public static final int MAX_DAYS = 92;

    public Blackout {
        if (!possible(from, until)) {
            throw new IllegalArgumentException(
                    "a blackout ends on or after its first day and within " + MAX_DAYS + " days");
        }
    }

    /** Whether these make a blackout. */
    public static boolean possible(LocalDate from, LocalDate until) {
        return from != null
                && until != null
                && !until.isBefore(from)
                && ChronoUnit.DAYS.between(from, until) < MAX_DAYS;
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
