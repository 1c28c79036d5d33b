package nl.klimrek.conversations.cycle;

import java.time.LocalDate;

/**
 * What planning must know of an employee.
 *
 * @param person person id
 * @param manager person id of the current manager; null without one
 * @param startDate first day of employment; null when unknown
 * @param endDate last day; null while open
 * @param absentFrom first day of a known absence; null without one
 * @param absentUntil last day of that absence; null while open
 */
public record Member(
        String person, String manager, LocalDate startDate, LocalDate endDate, LocalDate absentFrom, LocalDate absentUntil) {

    boolean startsAfter(LocalDate day) {
        return startDate != null && startDate.isAfter(day);
    }

    boolean leavesBefore(LocalDate day) {
        return endDate != null && endDate.isBefore(day);
    }

    boolean absentThroughout(LocalDate from, LocalDate until) {
        return absentFrom != null && !absentFrom.isAfter(from) && (absentUntil == null || !absentUntil.isBefore(until));
    }
}
