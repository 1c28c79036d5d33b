package nl.klimrek.planner;

import java.util.Arrays;
import nl.klimrek.planner.calendar.PlanningHorizon;
import nl.klimrek.planner.task.Capacity;

/**
 * Schedules the conversations of one manager. Slots that are still legal stay where possible; the others are placed,
 * the earliest due first.
 *
 * <p>When candidates laid around kept slots leave a conversation out, they are laid again without them, and the better
 * result counts. What is still left may start at any free five-minute mark.
 */
final class SchedulingPass {

    private final PlanningState state;
    private final ConversationTable talks;
    private final int manager;
    private final int[] mine;
    private final int[] had;
    private final int[] taken;
    private final int block;

    SchedulingPass(PlanningState state, int manager) {
        this.state = state;
        this.talks = state.talks();
        this.manager = manager;
        this.mine = Arrays.stream(talks.ofManager(manager))
                .filter(talk -> !talks.fixed(talk) && talks.employee(talk) >= 0)
                .toArray();
        this.had = Arrays.stream(mine).map(talk -> talks.start(talk)).toArray();
        this.taken = new int[state.horizon().days()];
        this.block = state.preparation()
                + Arrays.stream(mine).map(talk -> talks.minutes(talk)).max().orElse(1);
        for (int talk : talks.ofManager(manager)) {
            if (talks.fixed(talk)) {
                count(taken, talks.start(talk), 1);
            }
        }
    }

    /** Gives slots; talks without one afterwards did not fit. */
    void run() {
        if (mine.length == 0) {
            return;
        }
        Result around = match(true);
        if (around.placed < mine.length && Arrays.stream(had).anyMatch(start -> start != ConversationTable.NONE)) {
            Result afresh = match(false);
            around = afresh.placed > around.placed ? afresh : around;
        }
        for (int i = 0; i < mine.length; i++) {
            talks.place(mine[i], around.starts[i]);
        }
        if (around.placed < mine.length) {
            leftovers();
        }
    }

    /** @param starts minute of each talk; {@link ConversationTable#NONE} for one that did not fit */
    private record Result(int[] starts, int placed) {}

    private Result match(boolean around) {
        int from = Arrays.stream(mine).map(talk -> talks.firstDay(talk)).min().orElseThrow() - 1;
        int until = Arrays.stream(mine).map(talk -> talks.lastDay(talk)).max().orElseThrow() + 1;
        CandidateSlots places = new CandidateSlots(
                state, manager, block, BusyIntervals.of(state, manager, talk -> around), from, until);
        SlotMatching matching = new SlotMatching(
                mine.length,
                new CandidateFit(state, places, mine, had),
                places,
                state.people().capacity(manager),
                taken);
        keep(matching, places, around);
        int placed = 0;
        int[] starts = new int[mine.length];
        for (int i = 0; i < mine.length; i++) {
            boolean there = matching.placeOf(i) >= 0
                    || had[i] == ConversationTable.NONE && matching.putEarliest(i)
                    || matching.insert(i);
            placed += there ? 1 : 0;
        }
        for (int i = 0; i < mine.length; i++) {
            starts[i] = matching.placeOf(i) < 0 ? ConversationTable.NONE : places.start(matching.placeOf(i));
        }
        return new Result(starts, placed);
    }

    private void keep(SlotMatching matching, CandidateSlots places, boolean around) {
        for (int i = 0; i < mine.length; i++) {
            for (int place = 0; had[i] != ConversationTable.NONE && place < places.count(); place++) {
                if (around
                        ? places.keptBy(place) == mine[i]
                        : had[i] == places.start(place) && places.room(place) >= talks.minutes(mine[i])) {
                    matching.put(i, place);
                }
            }
        }
    }

    private void leftovers() {
        for (int i = 0; i < mine.length; i++) {
            if (!talks.placed(mine[i])) {
                leftover(mine[i]);
            }
        }
    }

    /** Looks for the first minute mark at which a talk can be as things are; changes no other. */
    boolean leftover(int talk) {
        int[] full = taken.clone();
        for (int other : mine) {
            if (talks.placed(other)) {
                count(full, talks.start(other), 1);
            }
        }
        int start = StartGrid.first(
                state,
                talk,
                day -> room(full, day),
                at -> !state.talksAs(manager, talk, at - state.preparation(), at + talks.minutes(talk)));
        talks.place(talk, start);
        return start != ConversationTable.NONE;
    }

    private boolean room(int[] counts, int day) {
        int week = PlanningHorizon.week(day) * 7;
        Capacity capacity = state.people().capacity(manager);
        return counts[day] < capacity.perDay()
                && Arrays.stream(counts, week, week + 7).sum() < capacity.perWeek();
    }

    private void count(int[] days, int start, int one) {
        int day = state.people().zone(manager).day(start) - state.horizon().first();
        if (day >= 0 && day < days.length) {
            days[day] += one;
        }
    }
}
