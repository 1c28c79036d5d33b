package nl.klimrek.planner;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.klimrek.planner.calendar.PlanningHorizon;
import nl.klimrek.planner.task.ConversationToPlan;
import nl.klimrek.planner.task.NoSlotReason;
import nl.klimrek.planner.task.PersonCalendar;
import nl.klimrek.planner.task.PlannedSlot;
import nl.klimrek.planner.task.PlanningTask;
import nl.klimrek.planner.task.SlotPlan;
import org.jspecify.annotations.Nullable;

/**
 * The planner: gives conversations slots, and keeps what it gave when something changes.
 *
 * <p>Guarantees
 * <ul>
 * <li>Every slot is within its window, not sooner than the lead days, in both people's working hours and days, outside
 * absences, public holidays and busy times; nobody talks twice at once; a manager's preparation is free, and no day or week
 * holds more than the capacity. Fixed slots stay, whatever they break.
 * <li>The same task gives the same plan, in whatever order it is told.
 * <li>No conversation is left without a slot that could start at a five-minute mark with everything else as it is.
 * <li>Where a manager's conversations take equally long, and each employee is free or not for whole free parts of the
 * manager's day (same zone, no busy times of less than such a part, no other talks), a conversation is left out only when
 * no rearrangement of that manager's days and weeks has room for it as well: as many are placed as can be, the earliest due
 * first. Beyond that, with different lengths or two managers who wait for each other, the question is as hard as packing
 * bins or as a school's timetable (Even, Itai and Shamir 1976), and the planner does the same without the promise.
 * <li>Re-planning keeps every slot that still stands, unless somebody who must move has no other way; and then moves as
 * few as can be for each of those.
 * </ul>
 *
 * <p>Cost: one flow per manager, of the manager's talks times the places in their windows for each talk that has to wait for
 * another; nothing looks at two managers at once. Not thread-safe.
 */
public final class Timetable {

    private final PlanningState state;
    private final NoSlotExplainer why;
    private final int[] rank;
    private final int[] order;

    private Timetable(PlanningTask task) {
        state = new PlanningState(task);
        why = new NoSlotExplainer(
                state, (int) LocalDate.ofInstant(task.now(), ZoneOffset.UTC).toEpochDay());
        order = ManagerOrder.of(state);
        rank = new int[state.people().count()];
        for (int i = 0; i < order.length; i++) {
            rank[order[i]] = i;
        }
    }

    /** Plans everything that is asked for. */
    public static Timetable of(PlanningTask task) {
        Timetable timetable = new Timetable(task);
        timetable.keep();
        for (int manager : timetable.order) {
            new SchedulingPass(timetable.state, manager).run();
        }
        timetable.leftovers();
        return timetable;
    }

    /**
     * Takes somebody's calendar in place of the one before, and plans anew only what does not stand any more.
     *
     * @return ids of conversations whose slot changed or went
     */
    public List<String> change(PersonCalendar calendar) {
        int person = state.people().number(calendar.person());
        if (person < 0) {
            throw new IllegalArgumentException("nobody of this task has that id");
        }
        state.people().set(person, calendar);
        TreeSet<Integer> managers = new TreeSet<>((one, other) -> Integer.compare(rank[one], rank[other]));
        Map<Integer, Integer> before = new TreeMap<>();
        for (int[] talks :
                new int[][] {state.talks().ofEmployee(person), state.talks().ofManager(person)}) {
            for (int talk : talks) {
                boolean stands = state.plannable(talk)
                        && state.talks().placed(talk)
                        && state.stands(talk, state.talks().start(talk));
                if (!stands && state.plannable(talk) && !state.talks().fixed(talk)) {
                    managers.add(state.talks().manager(talk));
                    before.put(talk, state.talks().start(talk));
                    state.talks().place(talk, ConversationTable.NONE);
                }
            }
        }
        if (state.talks().ofManager(person).length > 0) {
            managers.add(person);
        }
        for (int manager : managers) {
            for (int talk : state.talks().ofManager(manager)) {
                before.putIfAbsent(talk, state.talks().start(talk));
            }
            new SchedulingPass(state, manager).run();
        }
        return before.entrySet().stream()
                .filter(talk -> state.talks().start(talk.getKey()) != talk.getValue())
                .map(talk -> state.talks().due(talk.getKey()).conversation())
                .toList();
    }

    /** Where everything is now. */
    public SlotPlan plan() {
        ConversationTable talks = state.talks();
        Map<String, PlannedSlot> slots = new HashMap<>(talks.count() * 4 / 3 + 1);
        Map<String, NoSlotReason> without = new TreeMap<>();
        List<String> moved = new ArrayList<>();
        for (int talk = 0; talk < talks.count(); talk++) {
            ConversationToPlan due = talks.due(talk);
            @Nullable
            PlannedSlot slot = due.fixed()
                    ? due.slot()
                    : talks.placed(talk)
                            ? new PlannedSlot(
                                    PlanningHorizon.instant(talks.start(talk)),
                                    PlanningHorizon.instant(talks.end(talk)))
                            : null;
            if (slot == null) {
                without.put(due.conversation(), why.of(talk));
            } else {
                slots.put(due.conversation(), slot);
            }
            if (due.slot() != null && !due.slot().equals(slot)) {
                moved.add(due.conversation());
            }
        }
        return new SlotPlan(slots, without, moved);
    }

    /** What the plan asks of each manager. */
    public ManagerLoad load() {
        return new ManagerLoad(state, why);
    }

    /** Takes over slots that still stand; of two that are in each other's way the one that is due first. */
    private void keep() {
        for (int talk = 0; talk < state.talks().count(); talk++) {
            ConversationToPlan due = state.talks().due(talk);
            if (due.slot() != null
                    && !due.fixed()
                    && state.plannable(talk)
                    && state.stands(talk, PlanningHorizon.minute(due.slot().start()))) {
                state.talks().place(talk, PlanningHorizon.minute(due.slot().start()));
            }
        }
    }

    /** What one manager's round left in another's way may be free by now. */
    private void leftovers() {
        int[] waiting = Arrays.stream(order)
                .flatMap(manager -> Arrays.stream(state.talks().ofManager(manager)))
                .filter(talk -> !state.talks().placed(talk) && state.plannable(talk))
                .sorted()
                .toArray();
        if (state.talks().all().anyMatch(due -> due.slot() != null && !due.fixed())) {
            for (int talk : waiting) {
                new SchedulingPass(state, state.talks().manager(talk)).leftover(talk);
            }
        }
    }
}
