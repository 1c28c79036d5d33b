package nl.klimrek.planner.task;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whole days, such as an absence.
 *
 * @param from first day
 * @param until last day; null while open
 */
public record DateRange(LocalDate from, @Nullable LocalDate until) {

    public DateRange {
        if (from == null || until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("days end on or after the day they start");
        }
    }
}
