package nl.klimrek.conversations.planning.availability;

import java.util.List;
import nl.klimrek.contracts.conversations.CapacitySet;
import nl.klimrek.eventing.Decision;
import nl.klimrek.planner.task.Capacity;
import org.jspecify.annotations.Nullable;

/**
 * How many conversations a manager can have, and whom HR would ask to help.
 *
 * @param manager person id
 * @param capacity what was set; null where nobody did
 * @param delegates person ids that HR named; may be empty
 */
public record ManagerCapacity(String manager, @Nullable Capacity capacity, List<String> delegates) {

    public ManagerCapacity {
        delegates = delegates == null ? List.of() : List.copyOf(delegates);
    }

    /** One that nobody set yet. */
    static ManagerCapacity of(String manager) {
        return new ManagerCapacity(manager, null, List.of());
    }

    /** This capacity from now on; {@code named} null leaves the delegates as they are. */
    Decision<ManagerCapacity> set(Capacity next, List<String> named) {
        ManagerCapacity changed = new ManagerCapacity(manager, next, named == null ? delegates : named);
        return changed.equals(this)
                ? Decision.unchanged()
                : Decision.accept(changed, new CapacitySet(manager, next.perDay(), next.perWeek()));
    }
}
