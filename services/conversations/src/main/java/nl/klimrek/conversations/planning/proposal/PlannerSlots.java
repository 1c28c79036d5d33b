package nl.klimrek.conversations.planning.proposal;

import java.util.Map;
import java.util.stream.Collectors;
import nl.klimrek.conversations.dialogue.scheduling.Slot;
import nl.klimrek.planner.task.PlannedSlot;
import nl.klimrek.planner.task.SlotPlan;

/** Translates slots between the dialogue and the planner, which share no types. */
final class PlannerSlots {

    private PlannerSlots() {}

    static PlannedSlot toPlanner(Slot slot) {
        return new PlannedSlot(slot.start(), slot.end());
    }

    /** The slot of each conversation that got one. */
    static Map<String, Slot> fromPlanner(SlotPlan plan) {
        return plan.slots().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        planned -> new Slot(
                                planned.getValue().start(), planned.getValue().end())));
    }
}
