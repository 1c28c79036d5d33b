package nl.klimrek.planner.task;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a person can talk.
 *
 * @param person person id
 * @param zone in which working hours and days are theirs
 * @param region whose public holidays are theirs
 * @param workingDays usual working days
 * @param firstDay first day of employment; null when long ago
 * @param lastDay last day of employment; null while open
 * @param absences days away
 * @param busy times at which they cannot talk
 * @param capacity how many conversations they can have as a manager
 */
public record PersonCalendar(
        String person,
        ZoneId zone,
        String region,
        Set<DayOfWeek> workingDays,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        List<DateRange> absences,
        List<BusyInterval> busy,
        Capacity capacity) {

    public PersonCalendar {
        workingDays = Set.copyOf(workingDays);
        absences = List.copyOf(absences);
        busy = List.copyOf(busy);
    }

    /** The same calendar with one absence more. */
    public PersonCalendar away(DateRange days) {
        List<DateRange> more = new ArrayList<>(absences);
        more.add(days);
        return new PersonCalendar(person, zone, region, workingDays, firstDay, lastDay, more, busy, capacity);
    }
}
