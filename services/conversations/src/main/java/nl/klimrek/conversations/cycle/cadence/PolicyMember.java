package nl.klimrek.conversations.cycle.cadence;

import java.time.LocalDate;
import nl.klimrek.servicekit.people.PersonProfile;
import org.jspecify.annotations.Nullable;

/**
 * What planning must know of an employee.
 *
 * @param person person id
 * @param team code of the team; null when unknown
 * @param jobFamily code of the job family; null when unknown
 * @param manager person id of the current manager; null without one
 * @param startDate first day of employment; null when unknown
 * @param endDate last day; null while open
 * @param absentFrom first day of a known absence; null without one
 * @param absentUntil last day of that absence; null while open
 */
public record PolicyMember(
        String person,
        @Nullable String team,
        @Nullable String jobFamily,
        @Nullable String manager,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable LocalDate absentFrom,
        @Nullable LocalDate absentUntil) {

    /** As the roster knows them. */
    public static PolicyMember of(PersonProfile person) {
        return new PolicyMember(
                person.person(),
                person.team(),
                person.jobFamily(),
                person.manager(),
                person.startDate(),
                person.endDate(),
                person.absentFrom(),
                person.absentUntil());
    }

    public boolean startsAfter(LocalDate day) {
        return startDate != null && startDate.isAfter(day);
    }

    public boolean leavesBefore(LocalDate day) {
        return endDate != null && endDate.isBefore(day);
    }

    public boolean absentThroughout(LocalDate from, LocalDate until) {
        return absentFrom != null && !absentFrom.isAfter(from) && (absentUntil == null || !absentUntil.isBefore(until));
    }
}
