package nl.klimrek.conversations.planning;

import java.util.function.IntPredicate;

/** Says why a talk got no slot: the first thing that leaves it without a day or an hour. */
final class WhyNot {

    private final Table table;
    private final Talks talks;
    private final int today;

    WhyNot(Table table, int today) {
        this.table = table;
        this.talks = table.talks;
        this.today = today;
    }

    NoSlot of(int talk) {
        DueTalk due = talks.due[talk];
        int from = (int) due.from().toEpochDay();
        int employee = talks.employee[talk];
        int manager = talks.manager[talk];
        if (employee < 0) {
            return NoSlot.NOT_EMPLOYED;
        }
        if (manager < 0) {
            return due.manager() == null ? NoSlot.NO_MANAGER : NoSlot.MANAGER_LEFT;
        }
        if (talks.until[talk] < today) {
            return NoSlot.WINDOW_PASSED;
        }
        if (table.people.leftBefore(manager, Math.max(from, today))) {
            return NoSlot.MANAGER_LEFT;
        }
        NoSlot days = days(talk, Math.max(from, talks.from[talk]));
        if (days == null) {
            return hours(talk);
        }
        // Sooner there would have been a day.
        return days(talk, Math.max(from, today)) == null ? NoSlot.LEAD_TIME : days;
    }

    /** What leaves no day from this one on; null when there is one. */
    private NoSlot days(int talk, int from) {
        int employee = talks.employee[talk];
        int manager = talks.manager[talk];
        People people = table.people;
        int until = Math.min(talks.until[talk], table.horizon.last());
        if (none(from, until, day -> people.employed(employee, day))) {
            return NoSlot.NOT_EMPLOYED;
        }
        if (none(from, until, day -> people.works(employee, day) && people.works(manager, day))) {
            return NoSlot.NO_COMMON_WORKING_DAY;
        }
        IntPredicate working = day -> people.works(employee, day)
                && people.works(manager, day)
                && !people.holiday(employee, day)
                && !people.holiday(manager, day);
        if (none(from, until, working)) {
            return NoSlot.HOLIDAYS_ONLY;
        }
        return none(from, until, working.and(day -> !people.away(employee, day) && !people.away(manager, day)))
                ? NoSlot.ABSENT_THROUGHOUT
                : null;
    }

    private NoSlot hours(int talk) {
        ZoneDays zone = table.people.zone(talks.employee[talk]);
        boolean free = Marks.first(table, talk, day -> true, start -> true) != Talks.NONE;
        if (free) {
            return NoSlot.CAPACITY;
        }
        return overlap(talk, zone) ? NoSlot.BUSY : NoSlot.NO_COMMON_HOURS;
    }

    /** Whether the two have the same working hours for long enough on any day, whatever else they have. */
    private boolean overlap(int talk, ZoneDays employee) {
        ZoneDays manager = table.people.zone(talks.manager[talk]);
        int until = Math.min(talks.until[talk], table.horizon.last());
        for (int day = Math.max(talks.from[talk], table.horizon.first()); day <= until; day++) {
            for (int start = Marks.up(employee.open(day));
                    start + talks.minutes[talk] <= employee.close(day);
                    start += Places.MARK) {
                if (employee.within(day, start, start + talks.minutes[talk])
                        && manager.within(manager.day(start), start - table.preparation, start + talks.minutes[talk])) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean none(int from, int until, IntPredicate fits) {
        for (int day = from; day <= until; day++) {
            if (fits.test(day)) {
                return false;
            }
        }
        return true;
    }
}
