package nl.klimrek.planner.task;

import java.util.List;
import java.util.Map;

/**
 * What the planner came to.
 *
 * @param slots slot of each conversation that has one, by conversation
 * @param without why the others have none, by conversation
 * @param moved ids of conversations that have another slot than before, or none any more
 */
public record SlotPlan(Map<String, PlannedSlot> slots, Map<String, NoSlotReason> without, List<String> moved) {}
