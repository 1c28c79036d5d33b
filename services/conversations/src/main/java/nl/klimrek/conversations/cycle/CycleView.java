package nl.klimrek.conversations.cycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.klimrek.contracts.conversations.CadenceRule;
import nl.klimrek.conversations.cycle.cadence.Amendment;
import nl.klimrek.conversations.cycle.cadence.Blackout;
import nl.klimrek.conversations.cycle.cadence.DueConversation;
import nl.klimrek.conversations.planning.proposal.PlanView;
import nl.klimrek.planner.task.NoSlotReason;
import org.jspecify.annotations.Nullable;

/**
 * A cycle as HR reads it.
 *
 * @param planning its newest run; absent before the first
 * @param nextPlanningOn day on which the next period is planned by itself; absent before the first run and of one that stopped
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CycleView(
        String id,
        List<CadenceRule> rhythm,
        int leadDays,
        int slotMinutes,
        LocalDate startsOn,
        List<Amendment> amendments,
        List<Blackout> blackouts,
        @Nullable PlanningView planning,
        @Nullable LocalDate nextPlanningOn) {

    /**
     * A run of planning.
     *
     * @param cycle id of the cycle
     * @param dryRun whether nothing was written
     * @param done whether it reached its end
     * @param people how many people were looked at
     * @param planned conversations planned
     * @param withoutManager the first person ids of employees without a manager
     * @param managerless how many employees have no manager
     * @param skipped conversations not planned, by reason
     * @param proposed conversations that got a slot
     * @param withoutSlot conversations that did not, by reason
     * @param plan the slots, before anything is sent; absent unless on a dry run
     * @param summary the same in a few sentences; absent likewise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PlanningView(
            String cycle,
            boolean dryRun,
            boolean done,
            int people,
            int planned,
            List<String> withoutManager,
            int managerless,
            Map<DueConversation.Why, Integer> skipped,
            int proposed,
            Map<NoSlotReason, Integer> withoutSlot,
            @Nullable PlanView plan,
            @Nullable List<String> summary) {}
}
