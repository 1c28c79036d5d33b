package nl.klimrek.planner;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import nl.klimrek.planner.calendar.PlanningHorizon;
import nl.klimrek.planner.task.Capacity;
import nl.klimrek.planner.task.Overload;
import nl.klimrek.planner.task.WeekLoad;

/** What a plan asks of each manager, week by week, and who has too little time. */
public final class ManagerLoad {

    private final PlanningState state;
    private final ConversationTable talks;
    private final NoSlotExplainer why;

    ManagerLoad(PlanningState state, NoSlotExplainer why) {
        this.state = state;
        this.why = why;
        this.talks = state.talks();
    }

    /** The weeks of a manager in which something is planned or was due, in order. */
    public List<WeekLoad> weeks(String manager) {
        int person = state.people().number(manager);
        List<WeekLoad> weeks = new ArrayList<>();
        if (person >= 0) {
            int[] count = new int[state.horizon().weeks()];
            int[] minutes = new int[state.horizon().weeks()];
            int[] missing = new int[state.horizon().weeks()];
            for (int talk : talks.ofManager(person)) {
                boolean placed = talks.placed(talk);
                int week = week(placed ? state.people().zone(person).day(talks.start(talk)) : talks.lastDay(talk));
                if (placed && week >= 0 && week < count.length) {
                    count[week]++;
                    minutes[week] += effort(talk);
                } else if (!placed && lacking(talk)) {
                    missing[Math.max(0, Math.min(week, missing.length - 1))] += effort(talk);
                }
            }
            int[] room = room(person);
            for (int week = 0; week < count.length; week++) {
                if (count[week] > 0 || missing[week] > 0) {
                    weeks.add(new WeekLoad(
                            manager,
                            LocalDate.ofEpochDay(state.horizon().first() + 7L * week),
                            count[week],
                            minutes[week],
                            room[week] * block(person),
                            missing[week]));
                }
            }
        }
        return weeks;
    }

    /** Managers who have anything planned or due, by id. */
    public List<String> managers() {
        List<String> managers = new ArrayList<>();
        for (int person = 0; person < state.people().count(); person++) {
            if (talks.ofManager(person).length > 0) {
                managers.add(state.people().id(person));
            }
        }
        return managers;
    }

    /** Managers with too little time, by id. */
    public List<Overload> overloads() {
        return managers().stream()
                .map(this::overload)
                .filter(overload -> overload.conversations() > 0)
                .toList();
    }

    /** How many conversations more somebody could have between two days, by capacity and by their own calendar. */
    public int roomOf(String person, LocalDate from, LocalDate until) {
        int number = state.people().number(person);
        if (number < 0) {
            return 0;
        }
        int[] room = room(number);
        int[] count = new int[room.length];
        for (int talk : talks.ofManager(number)) {
            int week = talks.placed(talk) ? week(state.people().zone(number).day(talks.start(talk))) : -1;
            if (week >= 0 && week < count.length) {
                count[week]++;
            }
        }
        int first = Math.max(0, week((int) from.toEpochDay()));
        int last = Math.min(room.length - 1, week((int) until.toEpochDay()));
        int free = 0;
        for (int week = first; week <= last; week++) {
            free += Math.max(0, room[week] - count[week]);
        }
        return free;
    }

    private Overload overload(String manager) {
        int[] left = Arrays.stream(talks.ofManager(state.people().number(manager)))
                .filter(this::lacking)
                .toArray();
        return new Overload(
                manager,
                left.length,
                Arrays.stream(left).map(this::effort).sum(),
                Arrays.stream(left)
                        .mapToObj(talk -> talks.due(talk).from())
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                Arrays.stream(left)
                        .mapToObj(talk -> talks.due(talk).until())
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    /** How many conversations fit into each week, with what else the manager has. */
    private int[] room(int manager) {
        Capacity capacity = state.people().capacity(manager);
        CandidateSlots places = new CandidateSlots(
                state,
                manager,
                block(manager),
                BusyIntervals.others(state, manager),
                state.horizon().first(),
                state.horizon().last());
        int[] room = new int[state.horizon().weeks()];
        for (int day = 0; day < state.horizon().days(); day++) {
            int fits = Math.min(capacity.perDay(), places.firstOfDay(day + 1) - places.firstOfDay(day));
            room[PlanningHorizon.week(day)] = Math.min(capacity.perWeek(), room[PlanningHorizon.week(day)] + fits);
        }
        return room;
    }

    private boolean lacking(int talk) {
        return !talks.placed(talk) && state.plannable(talk) && why.of(talk).overload();
    }

    private int block(int manager) {
        return Arrays.stream(talks.ofManager(manager)).map(this::effort).max().orElse(60 + state.preparation());
    }

    private int effort(int talk) {
        return talks.minutes(talk) + state.preparation();
    }

    private int week(int day) {
        return Math.floorDiv(day - state.horizon().first(), 7);
    }
}
