package nl.klimrek.conversations.planning.proposal;

import java.util.List;
import java.util.Map;
import nl.klimrek.conversations.dialogue.scheduling.Slot;
import nl.klimrek.planner.task.ConversationToPlan;
import nl.klimrek.planner.task.NoSlotReason;
import nl.klimrek.planner.task.Overload;
import nl.klimrek.planner.task.WeekLoad;

/**
 * A plan before anything is sent.
 *
 * @param asked what was asked for, by conversation
 * @param slots who would get which slot, by conversation
 * @param without why the others would get none
 * @param load each manager's weeks
 * @param overloads who would have too little time
 */
public record PlanPreview(
        Map<String, ConversationToPlan> asked,
        Map<String, Slot> slots,
        Map<String, NoSlotReason> without,
        List<WeekLoad> load,
        List<Shortage> overloads) {

    /**
     * A manager without enough room.
     *
     * @param delegates people with room who may be asked
     */
    public record Shortage(Overload overload, List<String> delegates) {}
}
