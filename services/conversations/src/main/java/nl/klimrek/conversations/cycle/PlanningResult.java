package nl.klimrek.conversations.cycle;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klimrek.conversations.cycle.cadence.DueConversation;
import nl.klimrek.planner.task.NoSlotReason;

/**
 * What planning did, or on a dry run would do.
 *
 * @param planned conversations planned
 * @param withoutManager the first person ids, at most {@link #MAX_IDS}, of employees without a manager
 * @param managerless how many employees have no manager, for whom nothing can be planned
 * @param skipped conversations that were not planned, counted by reason
 * @param proposed conversations that got a slot
 * @param withoutSlot conversations that did not, counted by reason
 */
public record PlanningResult(
        int planned,
        List<String> withoutManager,
        int managerless,
        Map<DueConversation.Why, Integer> skipped,
        int proposed,
        Map<NoSlotReason, Integer> withoutSlot) {

    /** People named at most, so that the result stays small whatever the organisation. */
    public static final int MAX_IDS = 500;

    public static final PlanningResult NOTHING = new PlanningResult(0, List.of(), 0, Map.of(), 0, Map.of());

    public PlanningResult {
        withoutManager = List.copyOf(withoutManager);
        // A result that the version before stored names everyone and has no number.
        managerless = Math.max(managerless, withoutManager.size());
        skipped = Map.copyOf(skipped);
        withoutSlot = withoutSlot == null ? Map.of() : Map.copyOf(withoutSlot);
    }

    /** Conversations were planned. */
    public static PlanningResult planned(int conversations) {
        return new PlanningResult(conversations, List.of(), 0, Map.of(), 0, Map.of());
    }

    /** One was planned and invited before the run was stopped. */
    public static PlanningResult invited() {
        return new PlanningResult(1, List.of(), 0, Map.of(), 1, Map.of());
    }

    /** An employee has no manager. */
    public static PlanningResult withoutManager(String person) {
        return new PlanningResult(0, List.of(person), 1, Map.of(), 0, Map.of());
    }

    /** One was not planned. */
    public static PlanningResult skipped(DueConversation.Why why) {
        return new PlanningResult(0, List.of(), 0, Map.of(why, 1), 0, Map.of());
    }

    /** This, with what became of those that had no slot yet. */
    public PlanningResult with(int slots, Map<NoSlotReason, Integer> without) {
        return plus(new PlanningResult(0, List.of(), 0, Map.of(), slots, without));
    }

    /** Both together. */
    public PlanningResult plus(PlanningResult other) {
        return sum(List.of(this, other));
    }

    /** All together. */
    public static PlanningResult sum(List<PlanningResult> parts) {
        return new PlanningResult(
                parts.stream().mapToInt(PlanningResult::planned).sum(),
                parts.stream()
                        .flatMap(part -> part.withoutManager.stream())
                        .sorted()
                        .limit(MAX_IDS)
                        .toList(),
                parts.stream().mapToInt(PlanningResult::managerless).sum(),
                counts(parts.stream().map(PlanningResult::skipped)),
                parts.stream().mapToInt(PlanningResult::proposed).sum(),
                counts(parts.stream().map(PlanningResult::withoutSlot)));
    }

    private static <K extends Enum<K>> Map<K, Integer> counts(Stream<Map<K, Integer>> parts) {
        return parts.flatMap(part -> part.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum, TreeMap::new));
    }
}
