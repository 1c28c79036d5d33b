package nl.klimrek.conversations.planning.availability;

import java.time.LocalDate;
import java.util.Set;
import nl.klimrek.planner.task.DateRange;
import nl.klimrek.planner.task.PersonCalendar;

/** What a day is to a person. The reason of an absence is not known here. */
public enum DayKind {
    WORKING,
    NOT_WORKING,
    HOLIDAY,
    AWAY,
    NOT_EMPLOYED;

    /**
     * What this day is to this person.
     *
     * @param holidays public holidays of that person's region in the year of the day
     */
    public static DayKind of(PersonCalendar person, LocalDate day, Set<LocalDate> holidays) {
        boolean before = person.firstDay() != null && day.isBefore(person.firstDay());
        boolean after = person.lastDay() != null && day.isAfter(person.lastDay());
        if (before || after) {
            return NOT_EMPLOYED;
        }
        if (person.absences().stream().anyMatch(away -> covers(away, day))) {
            return AWAY;
        }
        if (holidays.contains(day)) {
            return HOLIDAY;
        }
        return person.workingDays().contains(day.getDayOfWeek()) ? WORKING : NOT_WORKING;
    }

    private static boolean covers(DateRange away, LocalDate day) {
        return !day.isBefore(away.from()) && (away.until() == null || !day.isAfter(away.until()));
    }
}
