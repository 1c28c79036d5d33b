package nl.klimrek.planner;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.klimrek.planner.task.ConversationToPlan;
import nl.klimrek.planner.task.PlannedSlot;
import nl.klimrek.planner.task.PlanningTask;

/** What no planner can beat: tries out every arrangement of a small task on every five-minute mark that can matter. */
final class BestPossible {

    private final PlanRules rules;
    private final List<ConversationToPlan> talks;
    private final List<List<PlannedSlot>> choices = new ArrayList<>();
    private int best;

    private BestPossible(PlanningTask task, List<ConversationToPlan> talks) {
        this.rules = new PlanRules(task);
        this.talks = talks;
        for (ConversationToPlan talk : talks) {
            choices.add(starts(task, talk));
        }
    }

    /** The largest number of conversations that can have a slot. */
    static int of(PlanningTask task) {
        BestPossible search = new BestPossible(task, task.talks());
        search.most(0, new ArrayList<>(), new HashMap<>());
        return search.best;
    }

    /** The smallest number of moves with which these conversations can all have a slot; one that loses its slot moves too. */
    static int fewestMoves(PlanningTask task, Set<String> placed) {
        List<ConversationToPlan> those = task.talks().stream()
                .filter(talk -> placed.contains(talk.conversation()))
                .toList();
        BestPossible search = new BestPossible(task, those);
        search.best = Integer.MAX_VALUE;
        search.fewest(0, 0, new ArrayList<>(), new HashMap<>());
        long lost = task.talks().stream()
                .filter(talk -> talk.slot() != null && !placed.contains(talk.conversation()))
                .count();
        return search.best + (int) lost;
    }

    private void most(int next, List<ConversationToPlan> placed, Map<String, PlannedSlot> slots) {
        best = Math.max(best, placed.size());
        if (next == talks.size() || placed.size() + talks.size() - next <= best) {
            return;
        }
        for (PlannedSlot slot : choices.get(next)) {
            with(next, slot, placed, slots, () -> most(next + 1, placed, slots));
        }
        most(next + 1, placed, slots);
    }

    private void fewest(int next, int moves, List<ConversationToPlan> placed, Map<String, PlannedSlot> slots) {
        if (moves >= best) {
            return;
        }
        if (next == talks.size()) {
            best = moves;
            return;
        }
        PlannedSlot had = talks.get(next).slot();
        List<PlannedSlot> all = new ArrayList<>(choices.get(next));
        if (had != null) {
            all.remove(had);
            all.add(0, had);
        }
        for (PlannedSlot slot : all) {
            int cost = had == null || had.equals(slot) ? 0 : 1;
            with(next, slot, placed, slots, () -> fewest(next + 1, moves + cost, placed, slots));
        }
    }

    private void with(
            int talk,
            PlannedSlot slot,
            List<ConversationToPlan> placed,
            Map<String, PlannedSlot> slots,
            Runnable then) {
        ConversationToPlan one = talks.get(talk);
        if (rules.broken(one, slot, placed, slots) == null) {
            placed.add(one);
            slots.put(one.conversation(), slot);
            then.run();
            slots.remove(one.conversation());
            placed.remove(placed.size() - 1);
        }
    }

    /** Packed to the left, talks start where the day begins or where something ends: after busy times and after each other. */
    private List<PlannedSlot> starts(PlanningTask task, ConversationToPlan talk) {
        List<PlannedSlot> starts = new ArrayList<>();
        Instant from =
                talk.from().minusDays(1).atStartOfDay(TaskFixture.AMSTERDAM).toInstant();
        Instant until =
                talk.until().plusDays(2).atStartOfDay(TaskFixture.AMSTERDAM).toInstant();
        Set<Instant> marks = new java.util.TreeSet<>();
        for (Instant day = from; day.isBefore(until); day = day.plus(Duration.ofDays(1))) {
            marks.add(day.plus(Duration.ofHours(9)));
        }
        task.calendars().forEach(calendar -> calendar.busy().forEach(busy -> marks.add(busy.until())));
        task.talks().stream()
                .filter(other -> other.slot() != null)
                .forEach(other -> marks.add(other.slot().start()));
        for (Instant mark : marks) {
            for (int before = 0; before < 3; before++) {
                Instant start = mark.plus(Duration.ofMinutes((long) before * talk.minutes()));
                PlannedSlot slot = new PlannedSlot(start, start.plus(Duration.ofMinutes(talk.minutes())));
                if (!starts.contains(slot) && rules.broken(talk, slot, List.of(), Map.of()) == null) {
                    starts.add(slot);
                }
            }
        }
        return starts;
    }
}
