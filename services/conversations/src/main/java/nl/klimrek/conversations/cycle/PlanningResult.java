package nl.klimrek.conversations.cycle;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    static PlanningResult planned(int conversations) {
        return new PlanningResult(conversations, List.of(), Map.of());
    }

    static PlanningResult withoutManager(String person) {
        return new PlanningResult(0, List.of(person), Map.of());
    }

    static PlanningResult skipped(Due.Why why) {
        return new PlanningResult(0, List.of(), Map.of(why, 1));
    }

    PlanningResult plus(PlanningResult other) {
        Map<Due.Why, Integer> counts = Stream.of(skipped, other.skipped).flatMap(map -> map.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum));
        return new PlanningResult(planned + other.planned,
                Stream.concat(withoutManager.stream(), other.withoutManager.stream()).toList(), counts);
    }
}
