package nl.klimrek.standalone.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Map;

/** An hour on a working day soon, in Dutch time. */
final class Slots {

    private static final EnumSet<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private Slots() {}

    /** The body that proposes the next working day after today, at this hour. */
    static Map<String, String> nextWorkingDay(LocalDate today, int hour) {
        LocalDate day = today.plusDays(1);
        while (WEEKEND.contains(day.getDayOfWeek())) {
            day = day.plusDays(1);
        }
        var start = day.atTime(LocalTime.of(hour, 0)).atZone(Stage.ZONE).toInstant();
        return Map.of(
                "slotStart",
                start.toString(),
                "slotEnd",
                start.plus(Duration.ofHours(1)).toString());
    }
}
