package nl.klimrek.planner;

import nl.klimrek.planner.calendar.CalendarTable;
import nl.klimrek.planner.calendar.IntervalSet;
import nl.klimrek.planner.calendar.PlanningHorizon;
import nl.klimrek.planner.calendar.ZonedDays;
import nl.klimrek.planner.task.PlanningTask;

/**
 * The present plan: who talks with whom and when. Judges whether a conversation may take a time; capacity is judged
 * elsewhere.
 */
final class PlanningState {

    private final CalendarTable people;
    private final ConversationTable talks;
    private final PlanningHorizon horizon;
    private final int preparation;
    private final int now;

    PlanningState(PlanningTask task) {
        horizon = PlanningHorizon.of(task);
        people = new CalendarTable(task.calendars(), horizon, task.holidays(), task.hours());
        talks = new ConversationTable(task.talks(), people, task);
        preparation = task.preparationMinutes();
        now = PlanningHorizon.minute(task.now());
    }

    CalendarTable people() {
        return people;
    }

    ConversationTable talks() {
        return talks;
    }

    PlanningHorizon horizon() {
        return horizon;
    }

    /** Minutes that a manager keeps free before each conversation. */
    int preparation() {
        return preparation;
    }

    /** Whether the employee can talk at this time, leaving aside what else they have with this same manager. */
    boolean suits(int talk, int start) {
        return start >= now && suits(talk, start, talks.firstDay(talk));
    }

    private boolean suits(int talk, int start, int from) {
        int employee = talks.employee(talk);
        ZonedDays zone = people.zone(employee);
        int day = zone.day(start);
        int end = start + talks.minutes(talk);
        return day >= from
                && day <= talks.lastDay(talk)
                && people.there(employee, day)
                && zone.within(day, start, end)
                && !IntervalSet.overlap(people.busy(employee), start, end)
                && !elsewhere(employee, talks.manager(talk), start, end);
    }

    /** Whether somebody talks, or prepares to, with others than this manager between these minutes. */
    boolean elsewhere(int person, int manager, int from, int until) {
        for (int other : talks.ofEmployee(person)) {
            if (talks.manager(other) != manager
                    && talks.placed(other)
                    && talks.start(other) < until
                    && talks.end(other) > from) {
                return true;
            }
        }
        return person != manager && talksAs(person, -1, from, until);
    }

    /** Whether a manager talks with reports, or prepares to, between these minutes; one talk is left aside. */
    boolean talksAs(int manager, int except, int from, int until) {
        for (int other : talks.ofManager(manager)) {
            if (other != except
                    && talks.placed(other)
                    && talks.start(other) - preparation < until
                    && talks.end(other) > from) {
                return true;
            }
        }
        return false;
    }

    /** Whether the manager can prepare and talk, leaving aside what they have with their own reports. */
    boolean suitsManager(int talk, int start) {
        int manager = talks.manager(talk);
        ZonedDays zone = people.zone(manager);
        int day = zone.day(start);
        int end = start + talks.minutes(talk);
        return people.there(manager, day)
                && zone.within(day, start - preparation, end)
                && !IntervalSet.overlap(people.busy(manager), start - preparation, end)
                && !elsewhere(manager, manager, start - preparation, end);
    }

    /** Whether the slot that a talk has is one that it may keep, whatever the capacity; the lead was given when it got it. */
    boolean stands(int talk, int start) {
        return suits(talk, start, (int) talks.due(talk).from().toEpochDay())
                && suitsManager(talk, start)
                && !talksAs(talks.manager(talk), talk, start - preparation, start + talks.minutes(talk));
    }

    /** Whether both people are there to be planned for. */
    boolean plannable(int talk) {
        return talks.employee(talk) >= 0 && talks.manager(talk) >= 0;
    }
}
