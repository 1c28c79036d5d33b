package nl.klimrek.planner.task;

import java.time.LocalDate;
import java.util.Set;

/** Public holidays. */
@FunctionalInterface
public interface HolidayCalendar {

    HolidayCalendar NONE = (region, year) -> Set.of();

    /** Public holidays of a region in a year. */
    Set<LocalDate> in(String region, int year);
}
