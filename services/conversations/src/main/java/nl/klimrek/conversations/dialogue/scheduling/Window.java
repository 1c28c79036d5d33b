package nl.klimrek.conversations.dialogue.scheduling;

import java.time.LocalDate;
import java.util.Optional;
import nl.klimrek.eventing.Refusal;

/**
 * The days within which a conversation should take place, in the employee's calendar.
 *
 * @param from first day
 * @param until last day, not before the first
 */
public record Window(LocalDate from, LocalDate until) {

    /** How long a window stays open again when the first one passed while people were still finding a time. */
    public static final int REOPENED_DAYS = 14;

    public Window {
        if (from == null || until == null || until.isBefore(from)) {
            throw new IllegalArgumentException("a window ends on or after the day it starts");
        }
    }

    /** Whether the last day is over on this day. */
    public boolean passed(LocalDate today) {
        return until.isBefore(today);
    }

    /** This window, or when it passed, a new one from today. */
    public Window openOn(LocalDate today) {
        return passed(today) ? new Window(today, today.plusDays(REOPENED_DAYS)) : this;
    }

    /** Why nothing can be planned in it: its last day is over. */
    public Optional<Refusal> refusesPassed(LocalDate today) {
        return passed(today) ? Optional.of(Refusal.of("window-passed")) : Optional.empty();
    }
}
