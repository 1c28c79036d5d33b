package nl.klimrek.planner.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.klimrek.planner.task.Capacity;
import nl.klimrek.planner.task.DateRange;
import nl.klimrek.planner.task.HolidayCalendar;
import nl.klimrek.planner.task.PersonCalendar;
import nl.klimrek.planner.task.WorkingHours;
import org.jspecify.annotations.Nullable;

/** Everybody's calendar in arrays; a person is a number, given by the order of their ids. */
public final class CalendarTable {

    private static final int[] NONE = {};

    private final PlanningHorizon horizon;
    private final HolidayCalendar holidays;
    private final WorkingHours hours;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<ZoneId, ZonedDays> zones = new HashMap<>();
    private final Map<String, BitSet> regions = new HashMap<>();
    private final String[] ids;
    private final ZonedDays[] zone;
    private final BitSet[] off;
    private final int[] weekdays;
    private final int[] first;
    private final int[] last;
    private final int[][] away;
    private final int[][] busy;
    private final Capacity[] capacity;

    public CalendarTable(
            List<PersonCalendar> calendars, PlanningHorizon horizon, HolidayCalendar holidays, WorkingHours hours) {
        this.horizon = horizon;
        this.holidays = holidays;
        this.hours = hours;
        int count = calendars.size();
        ids = new String[count];
        zone = new ZonedDays[count];
        off = new BitSet[count];
        weekdays = new int[count];
        first = new int[count];
        last = new int[count];
        away = new int[count][];
        busy = new int[count][];
        capacity = new Capacity[count];
        PersonCalendar[] sorted = calendars.toArray(PersonCalendar[]::new);
        Arrays.sort(sorted, Comparator.comparing(PersonCalendar::person));
        for (int person = 0; person < count; person++) {
            ids[person] = sorted[person].person();
            if (numbers.put(ids[person], person) != null) {
                throw new IllegalArgumentException("somebody has two calendars");
            }
            set(person, sorted[person]);
        }
    }

    public int count() {
        return ids.length;
    }

    /** Number of a person; -1 for somebody without a calendar. */
    public int number(@Nullable String id) {
        return id == null ? -1 : numbers.getOrDefault(id, -1);
    }

    public String id(int person) {
        return ids[person];
    }

    /** Replaces somebody's calendar. */
    public void set(int person, PersonCalendar calendar) {
        zone[person] = zones.computeIfAbsent(calendar.zone(), id -> new ZonedDays(id, hours, horizon));
        off[person] = regions.computeIfAbsent(calendar.region(), this::holidays);
        weekdays[person] = 0;
        for (DayOfWeek day : calendar.workingDays()) {
            weekdays[person] |= 1 << day.getValue() - 1;
        }
        first[person] = calendar.firstDay() == null
                ? Integer.MIN_VALUE
                : (int) calendar.firstDay().toEpochDay();
        last[person] = calendar.lastDay() == null
                ? Integer.MAX_VALUE
                : (int) calendar.lastDay().toEpochDay();
        away[person] = calendar.absences().isEmpty()
                ? NONE
                : IntervalSet.of(
                        calendar.absences().size(),
                        i -> (int) calendar.absences().get(i).from().toEpochDay(),
                        i -> dayAfter(calendar.absences().get(i)));
        busy[person] = calendar.busy().isEmpty()
                ? NONE
                : IntervalSet.of(
                        calendar.busy().size(),
                        i -> PlanningHorizon.minute(calendar.busy().get(i).from()),
                        i -> PlanningHorizon.minute(
                                calendar.busy().get(i).until().plusSeconds(59)));
        capacity[person] = calendar.capacity();
    }

    public ZonedDays zone(int person) {
        return zone[person];
    }

    public Capacity capacity(int person) {
        return capacity[person];
    }

    /** Starts and ends in minutes, sorted and apart. */
    public int[] busy(int person) {
        return busy[person];
    }

    public boolean employed(int person, int day) {
        return day >= first[person] && day <= last[person];
    }

    /** Whether the person's last day is before this one. */
    public boolean leftBefore(int person, int day) {
        return last[person] < day;
    }

    public boolean works(int person, int day) {
        return (weekdays[person] >> PlanningHorizon.weekday(day) & 1) != 0 && employed(person, day);
    }

    public boolean holiday(int person, int day) {
        return day >= horizon.first() && off[person].get(day - horizon.first());
    }

    public boolean away(int person, int day) {
        return IntervalSet.overlap(away[person], day, day + 1);
    }

    /** Whether somebody can talk on a day at all. */
    public boolean there(int person, int day) {
        return works(person, day) && !holiday(person, day) && !away(person, day);
    }

    private BitSet holidays(String region) {
        BitSet days = new BitSet(horizon.days());
        for (int year = LocalDate.ofEpochDay(horizon.first()).getYear();
                year <= LocalDate.ofEpochDay(horizon.last()).getYear();
                year++) {
            for (LocalDate day : holidays.in(region, year)) {
                long index = day.toEpochDay() - horizon.first();
                if (index >= 0 && index < horizon.days()) {
                    days.set((int) index);
                }
            }
        }
        return days;
    }

    /** The first day after a range; none while it is open. */
    private static int dayAfter(DateRange range) {
        LocalDate last = range.until();
        return last == null ? Integer.MAX_VALUE : (int) last.toEpochDay() + 1;
    }
}
