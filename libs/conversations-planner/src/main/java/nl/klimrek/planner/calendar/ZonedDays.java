package nl.klimrek.planner.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import nl.klimrek.planner.task.WorkingHours;

/** The days of a horizon in one zone, in minutes since the epoch: when they begin, and when people talk. */
public final class ZonedDays {

    private static final int DAY = 1440;

    private final int first;
    private final int[] midnight;
    private final int[] open;
    private final int[] noon;
    private final int[] afternoon;
    private final int[] close;

    public ZonedDays(ZoneId zone, WorkingHours hours, PlanningHorizon horizon) {
        // A day more at both ends: a moment of the first or last day may be on another day elsewhere.
        first = horizon.first() - 1;
        int days = horizon.days() + 2;
        midnight = new int[days + 1];
        open = new int[days];
        noon = new int[days];
        afternoon = new int[days];
        close = new int[days];
        for (int i = 0; i < days; i++) {
            LocalDate day = LocalDate.ofEpochDay((long) first + i);
            midnight[i] = PlanningHorizon.minute(day.atStartOfDay(zone).toInstant());
            open[i] = minute(day, hours.from(), zone);
            noon[i] = minute(day, hours.lunchFrom(), zone);
            afternoon[i] = minute(day, hours.lunchUntil(), zone);
            close[i] = minute(day, hours.until(), zone);
        }
        midnight[days] = PlanningHorizon.minute(
                LocalDate.ofEpochDay((long) first + days).atStartOfDay(zone).toInstant());
    }

    /** The local epoch day of a minute; outside the horizon a day that is outside it too. */
    public int day(int minute) {
        int guess = Math.floorDiv(minute, DAY) - first - 1;
        if (guess < 0 || guess >= open.length) {
            return guess < 0 ? first - 1 : first + open.length;
        }
        while (guess < open.length && midnight[guess + 1] <= minute) {
            guess++;
        }
        return first + guess;
    }

    /** Start of the morning of an epoch day. */
    public int open(int day) {
        return open[day - first];
    }

    /** End of the morning; equal to {@link #afternoon} when the day is one whole. */
    public int noon(int day) {
        return noon[day - first];
    }

    public int afternoon(int day) {
        return afternoon[day - first];
    }

    public int close(int day) {
        return close[day - first];
    }

    /** Whether these minutes are within one part of the working hours of the day. */
    public boolean within(int day, int start, int end) {
        int i = day - first;
        if (i < 0 || i >= open.length || start < open[i] || end > close[i]) {
            return false;
        }
        return noon[i] >= afternoon[i] || end <= noon[i] || start >= afternoon[i];
    }

    private static int minute(LocalDate day, LocalTime time, ZoneId zone) {
        return PlanningHorizon.minute(day.atTime(time).atZone(zone).toInstant());
    }
}
