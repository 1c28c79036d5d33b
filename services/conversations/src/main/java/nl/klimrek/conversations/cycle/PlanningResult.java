package nl.klimrek.conversations.cycle;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.klimrek.conversations.cycle.cadence.DueConversation;
import nl.klimrek.planner.task.NoSlotReason;

/**
 * What planning did, or on a dry run would do.
 *
 * @param planned conversations planned
 * @param withoutManager person ids of employees who have no manager, for whom nothing can be planned
 * @param skipped conversations that were not planned, counted by reason
 * @param proposed conversations that got a slot
 * @param withoutSlot conversations that did not, counted by reason
 */
public record PlanningResult(
        int planned,
        List<String> withoutManager,
        Map<DueConversation.Why, Integer> skipped,
        int proposed,
        Map<NoSlotReason, Integer> withoutSlot) {

    public static final PlanningResult NOTHING = new PlanningResult(0, List.of(), Map.of(), 0, Map.of());

    public PlanningResult {
        withoutManager = List.copyOf(withoutManager);
        skipped = Map.copyOf(skipped);
        // A run from before slots were planned has none of either.
        withoutSlot = withoutSlot == null ? Map.of() : Map.copyOf(withoutSlot);
    }

    /** Conversations were planned. */
    public static PlanningResult planned(int conversations) {
        return new PlanningResult(conversations, List.of(), Map.of(), 0, Map.of());
    }

    /** One was planned and invited before the run was stopped. */
    public static PlanningResult invited() {
        return new PlanningResult(1, List.of(), Map.of(), 1, Map.of());
    }

    /** Somebody has no manager. */
    public static PlanningResult withoutManager(String person) {
        return new PlanningResult(0, List.of(person), Map.of(), 0, Map.of());
    }

    /** One was not planned. */
    public static PlanningResult skipped(DueConversation.Why why) {
        return new PlanningResult(0, List.of(), Map.of(why, 1), 0, Map.of());
    }

    /** This, with what became of those that had no slot yet. */
    public PlanningResult with(int slots, Map<NoSlotReason, Integer> without) {
        return new PlanningResult(planned, withoutManager, skipped, proposed + slots, without);
    }

    /** Both together. */
    public PlanningResult plus(PlanningResult other) {
        return sum(List.of(this, other));
    }

    /** All together. */
    public static PlanningResult sum(List<PlanningResult> parts) {
        Map<DueConversation.Why, Integer> counts = parts.stream()
                .flatMap(part -> part.skipped.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum));
        return new PlanningResult(
                parts.stream().mapToInt(PlanningResult::planned).sum(),
                parts.stream().flatMap(part -> part.withoutManager.stream()).toList(),
                counts,
                parts.stream().mapToInt(PlanningResult::proposed).sum(),
                Map.of());
    }
}
