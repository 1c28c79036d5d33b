package nl.klimrek.conversations.cycle;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What planning did, or on a dry run would do.
 *
 * @param planned conversations planned
 * @param withoutManager person ids of employees who have no manager, for whom nothing can be planned
 * @param skipped conversations that were not planned, counted by reason
 */
public record PlanningResult(int planned, List<String> withoutManager, Map<Due.Why, Integer> skipped) {

    public static final PlanningResult NOTHING = new PlanningResult(0, List.of(), Map.of());

    public PlanningResult {
        withoutManager = List.copyOf(withoutManager);
        skipped = Map.copyOf(skipped);
    }

    /** Conversations were planned. */
    public static PlanningResult planned(int conversations) {
        return new PlanningResult(conversations, List.of(), Map.of());
    }

    /** Somebody has no manager. */
    public static PlanningResult withoutManager(String person) {
        return new PlanningResult(0, List.of(person), Map.of());
    }

    /** One was not planned. */
    public static PlanningResult skipped(Due.Why why) {
        return new PlanningResult(0, List.of(), Map.of(why, 1));
    }

    /** Both together. */
    public PlanningResult plus(PlanningResult other) {
        return sum(List.of(this, other));
    }

    /** All together. */
    public static PlanningResult sum(List<PlanningResult> parts) {
        Map<Due.Why, Integer> counts = parts.stream().flatMap(part -> part.skipped.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum));
        return new PlanningResult(parts.stream().mapToInt(PlanningResult::planned).sum(),
                parts.stream().flatMap(part -> part.withoutManager.stream()).toList(), counts);
    }
}
