package nl.klimrek.conversations.planning;

import java.time.LocalDate;

/**
 * Whole days, such as an absence.
 *
 * @param from first day
 * @param until last day; null while open
 */
public record Days(LocalDate from, LocalDate until) {

    public Days {
        if (from == null || until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("days end on or after the day they start");
        }
    }
}
