package nl.klimrek.planner;

import java.util.function.IntPredicate;
import nl.klimrek.planner.calendar.CalendarTable;
import nl.klimrek.planner.calendar.ZonedDays;
import nl.klimrek.planner.task.ConversationToPlan;
import nl.klimrek.planner.task.NoSlotReason;
import org.jspecify.annotations.Nullable;

/** Finds the first reason why a conversation got no slot. */
final class NoSlotExplainer {

    private final PlanningState state;
    private final ConversationTable talks;
    private final int today;

    NoSlotExplainer(PlanningState state, int today) {
        this.state = state;
        this.talks = state.talks();
        this.today = today;
    }

    NoSlotReason of(int talk) {
        ConversationToPlan due = talks.due(talk);
        int from = (int) due.from().toEpochDay();
        int employee = talks.employee(talk);
        int manager = talks.manager(talk);
        if (employee < 0) {
            return NoSlotReason.NOT_EMPLOYED;
        }
        if (manager < 0) {
            return due.manager() == null ? NoSlotReason.NO_MANAGER : NoSlotReason.MANAGER_LEFT;
        }
        if (talks.lastDay(talk) < today) {
            return NoSlotReason.WINDOW_PASSED;
        }
        if (state.people().leftBefore(manager, Math.max(from, today))) {
            return NoSlotReason.MANAGER_LEFT;
        }
        @Nullable NoSlotReason days = days(talk, Math.max(from, talks.firstDay(talk)));
        if (days == null) {
            return hours(talk);
        }
        // Sooner there would have been a day.
        return days(talk, Math.max(from, today)) == null ? NoSlotReason.LEAD_TIME : days;
    }

    /** What leaves no day from this one on; null when there is one. */
    private @Nullable NoSlotReason days(int talk, int from) {
        int employee = talks.employee(talk);
        int manager = talks.manager(talk);
        CalendarTable people = state.people();
        int until = Math.min(talks.lastDay(talk), state.horizon().last());
        if (none(from, until, day -> people.employed(employee, day))) {
            return NoSlotReason.NOT_EMPLOYED;
        }
        if (none(from, until, day -> people.works(employee, day) && people.works(manager, day))) {
            return NoSlotReason.NO_COMMON_WORKING_DAY;
        }
        IntPredicate working = day -> people.works(employee, day)
                && people.works(manager, day)
                && !people.holiday(employee, day)
                && !people.holiday(manager, day);
        if (none(from, until, working)) {
            return NoSlotReason.HOLIDAYS_ONLY;
        }
        return none(from, until, working.and(day -> !people.away(employee, day) && !people.away(manager, day)))
                ? NoSlotReason.ABSENT_THROUGHOUT
                : null;
    }

    private NoSlotReason hours(int talk) {
        ZonedDays zone = state.people().zone(talks.employee(talk));
        boolean free = StartGrid.first(state, talk, day -> true, start -> true) != ConversationTable.NONE;
        if (free) {
            return NoSlotReason.CAPACITY;
        }
        return overlap(talk, zone) ? NoSlotReason.BUSY : NoSlotReason.NO_COMMON_HOURS;
    }

    /** Whether the two have the same working hours for long enough on any day, whatever else they have. */
    private boolean overlap(int talk, ZonedDays employee) {
        ZonedDays manager = state.people().zone(talks.manager(talk));
        int until = Math.min(talks.lastDay(talk), state.horizon().last());
        for (int day = Math.max(talks.firstDay(talk), state.horizon().first()); day <= until; day++) {
            for (int start = StartGrid.up(employee.open(day));
                    start + talks.minutes(talk) <= employee.close(day);
                    start += CandidateSlots.MARK) {
                if (employee.within(day, start, start + talks.minutes(talk))
                        && manager.within(
                                manager.day(start), start - state.preparation(), start + talks.minutes(talk))) {
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
