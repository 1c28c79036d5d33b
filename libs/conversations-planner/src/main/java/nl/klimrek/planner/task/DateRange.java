package nl.klimrek.planner.task;

import java.time.LocalDate;

/**
 * Whole days, such as an absence.
 *
 * @param from first day
 * @param until last day; null while open
 */
public record DateRange(LocalDate from, LocalDate until) {

    public DateRange {
        if (from == null || until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("days end on or after the day they start");
        }
    }
}
