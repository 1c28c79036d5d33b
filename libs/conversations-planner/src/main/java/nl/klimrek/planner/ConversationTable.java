package nl.klimrek.planner;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.klimrek.planner.calendar.CalendarTable;
import nl.klimrek.planner.calendar.PlanningHorizon;
import nl.klimrek.planner.task.ConversationToPlan;
import nl.klimrek.planner.task.PlannedSlot;
import nl.klimrek.planner.task.PlanningTask;

/** The conversations of a task in arrays, the earliest due first; a talk is a number in that order. */
final class ConversationTable {

    static final int NONE = Integer.MIN_VALUE;

    private static final long LAST_DAY = (1 << 20) - 1;

    private final ConversationToPlan[] due;
    private final int[] employee;
    private final int[] manager;
    private final int[] from;
    private final int[] until;
    private final int[] minutes;
    /** Minute at which a talk starts; {@link #NONE} without a slot. */
    private final int[] start;

    private final int[][] ofEmployee;
    private final int[][] ofManager;

    ConversationTable(List<ConversationToPlan> talks, CalendarTable people, PlanningTask task) {
        due = earliestDueFirst(talks);
        int count = due.length;
        employee = new int[count];
        manager = new int[count];
        from = new int[count];
        until = new int[count];
        minutes = new int[count];
        start = new int[count];
        int now = PlanningHorizon.minute(task.now());
        Set<String> known = new HashSet<>(count * 4 / 3 + 1);
        for (int talk = 0; talk < count; talk++) {
            ConversationToPlan one = due[talk];
            if (!known.add(one.conversation())) {
                throw new IllegalArgumentException("a conversation is there twice");
            }
            employee[talk] = people.number(one.employee());
            manager[talk] = people.number(one.manager());
            from[talk] = (int) one.from().toEpochDay();
            if (employee[talk] >= 0) {
                from[talk] = Math.max(from[talk], people.zone(employee[talk]).day(now) + task.leadDays());
            }
            until[talk] = (int) one.until().toEpochDay();
            PlannedSlot fixed = one.fixed() ? one.slot() : null;
            start[talk] = fixed == null ? NONE : PlanningHorizon.minute(fixed.start());
            minutes[talk] = fixed == null
                    ? one.minutes()
                    : PlanningHorizon.minute(fixed.end().plusSeconds(59)) - start[talk];
        }
        ofEmployee = grouped(employee, people.count());
        ofManager = grouped(manager, people.count());
    }

    int count() {
        return due.length;
    }

    /** What was asked for. */
    ConversationToPlan due(int talk) {
        return due[talk];
    }

    /** Everything that was asked for, the earliest due first. */
    Stream<ConversationToPlan> all() {
        return Arrays.stream(due);
    }

    /** Number of the employee; negative for somebody without a calendar. */
    int employee(int talk) {
        return employee[talk];
    }

    /** Number of the manager; negative for somebody without a calendar. */
    int manager(int talk) {
        return manager[talk];
    }

    /** First epoch day on which it may take place, after the lead days. */
    int firstDay(int talk) {
        return from[talk];
    }

    /** Last epoch day on which it may take place. */
    int lastDay(int talk) {
        return until[talk];
    }

    int minutes(int talk) {
        return minutes[talk];
    }

    /** Minute at which it starts; {@link #NONE} without a slot. */
    int start(int talk) {
        return start[talk];
    }

    /** Gives it a slot from this minute on, or takes its slot back with {@link #NONE}. */
    void place(int talk, int minute) {
        start[talk] = minute;
    }

    boolean fixed(int talk) {
        return due[talk].fixed();
    }

    boolean placed(int talk) {
        return start[talk] != NONE;
    }

    int end(int talk) {
        return start[talk] + minutes[talk];
    }

    /** What a person has as the one it is about, the earliest due first. */
    int[] ofEmployee(int person) {
        return ofEmployee[person];
    }

    /** What a person has as a manager, the earliest due first. */
    int[] ofManager(int person) {
        return ofManager[person];
    }

    /** By last day, first day and id; ids are compared only where the days are the same, because that is what takes long. */
    private static ConversationToPlan[] earliestDueFirst(List<ConversationToPlan> talks) {
        int count = talks.size();
        long[] keys = new long[count];
        for (int i = 0; i < count; i++) {
            keys[i] = day(talks.get(i).until()) << 43 | day(talks.get(i).from()) << 22 | i;
        }
        Arrays.sort(keys);
        ConversationToPlan[] sorted = new ConversationToPlan[count];
        int same = 0;
        for (int i = 0; i < count; i++) {
            sorted[i] = talks.get((int) (keys[i] & PlanningTask.MAX_CONVERSATIONS));
            if (i > 0 && keys[i] >>> 22 != keys[i - 1] >>> 22) {
                Arrays.sort(sorted, same, i, Comparator.comparing(ConversationToPlan::conversation));
                same = i;
            }
        }
        Arrays.sort(sorted, same, count, Comparator.comparing(ConversationToPlan::conversation));
        return sorted;
    }

    /** Days of an office's lifetime fit; what is further away is as far as can be. */
    private static long day(LocalDate day) {
        return Math.max(0, Math.min(LAST_DAY, day.toEpochDay()));
    }

    private static int[][] grouped(int[] by, int groups) {
        int[] sizes = new int[groups];
        for (int group : by) {
            if (group >= 0) {
                sizes[group]++;
            }
        }
        int[][] grouped = new int[groups][];
        for (int group = 0; group < groups; group++) {
            grouped[group] = new int[sizes[group]];
            sizes[group] = 0;
        }
        for (int i = 0; i < by.length; i++) {
            if (by[i] >= 0) {
                grouped[by[i]][sizes[by[i]]++] = i;
            }
        }
        return grouped;
    }
}
