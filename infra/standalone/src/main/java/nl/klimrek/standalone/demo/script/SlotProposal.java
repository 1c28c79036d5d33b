package nl.klimrek.standalone.demo.script;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Map;

/** A one-hour slot on a coming working day, in Dutch time. */
public final class SlotProposal {

    private static final EnumSet<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private SlotProposal() {}

    /** Request body with a slot on the first working day after this date, at this hour. */
    public static Map<String, String> nextWorkingDay(LocalDate today, int hour) {
        LocalDate day = today.plusDays(1);
        while (WEEKEND.contains(day.getDayOfWeek())) {
            day = day.plusDays(1);
        }
        var start = day.atTime(LocalTime.of(hour, 0)).atZone(DemoContext.ZONE).toInstant();
        return Map.of(
                "slotStart",
                start.toString(),
                "slotEnd",
                start.plus(Duration.ofHours(1)).toString());
    }
}
