package nl.klimrek.conversations.planning.proposal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.klimrek.conversations.dialogue.scheduling.Slot;
import nl.klimrek.planner.task.ConversationToPlan;
import nl.klimrek.planner.task.NoSlotReason;
import nl.klimrek.planner.task.Overload;
import nl.klimrek.planner.task.WeekLoad;

/**
 * A plan before anything is sent. Its lists are cut off, so that adding the plans of many managers stays small; the
 * numbers count everything.
 *
 * @param slots who would get which slot, the earliest first
 * @param without who would get none, by conversation
 * @param load managers' weeks, the most short of time first
 * @param overloads who would have too little time, by manager
 * @param fitting how many would get a slot
 * @param reasons how many would get none, by reason
 * @param overloaded how many managers would have too little time
 * @param minutesShort how much time they lack together
 */
public record PlanPreview(
        List<Fitting> slots,
        List<Unplanned> without,
        List<WeekLoad> load,
        List<Shortage> overloads,
        int fitting,
        Map<NoSlotReason, Integer> reasons,
        int overloaded,
        int minutesShort) {

    static final int MAX_SLOTS = 10_000;
    static final int MAX_ENTRIES = 500;

    static final PlanPreview EMPTY = new PlanPreview(List.of(), List.of(), List.of(), List.of(), 0, Map.of(), 0, 0);

    private static final Comparator<Fitting> EARLIEST_FIRST = Comparator.comparing(
                    (Fitting fitting) -> fitting.slot().start())
            .thenComparing(fitting -> fitting.talk().conversation());
    private static final Comparator<Unplanned> BY_CONVERSATION =
            Comparator.comparing(without -> without.talk().conversation());
    private static final Comparator<WeekLoad> SHORTEST_FIRST = Comparator.comparingInt(WeekLoad::minutesShort)
            .reversed()
            .thenComparing(WeekLoad::week)
            .thenComparing(WeekLoad::manager);
    private static final Comparator<Shortage> BY_MANAGER =
            Comparator.comparing(found -> found.overload().manager());

    /** A conversation with its slot. */
    public record Fitting(ConversationToPlan talk, Slot slot) {}

    /** A conversation without a slot. */
    public record Unplanned(ConversationToPlan talk, NoSlotReason why) {}

    /**
     * A manager with too little time.
     *
     * @param delegates people with room who may be asked
     */
    public record Shortage(Overload overload, List<String> delegates) {}

    /** A plan of these lists, complete and in any order. */
    static PlanPreview of(List<Fitting> slots, List<Unplanned> without, List<WeekLoad> load, List<Shortage> overloads) {
        Map<NoSlotReason, Integer> reasons = new TreeMap<>();
        without.forEach(one -> reasons.merge(one.why(), 1, Integer::sum));
        return EMPTY.plus(new PlanPreview(
                slots,
                without,
                load,
                overloads,
                slots.size(),
                reasons,
                overloads.size(),
                overloads.stream()
                        .mapToInt(found -> found.overload().minutesShort())
                        .sum()));
    }

    /** Both together, of other managers. */
    public PlanPreview plus(PlanPreview other) {
        Map<NoSlotReason, Integer> both = new TreeMap<>(reasons);
        other.reasons.forEach((why, count) -> both.merge(why, count, Integer::sum));
        return new PlanPreview(
                first(other, PlanPreview::slots, EARLIEST_FIRST, MAX_SLOTS),
                first(other, PlanPreview::without, BY_CONVERSATION, MAX_ENTRIES),
                first(other, PlanPreview::load, SHORTEST_FIRST, MAX_ENTRIES),
                first(other, PlanPreview::overloads, BY_MANAGER, MAX_ENTRIES),
                fitting + other.fitting,
                both,
                overloaded + other.overloaded,
                minutesShort + other.minutesShort);
    }

    private <T> List<T> first(PlanPreview other, Function<PlanPreview, List<T>> part, Comparator<T> order, int most) {
        return Stream.concat(part.apply(this).stream(), part.apply(other).stream())
                .sorted(order)
                .limit(most)
                .toList();
    }
}
