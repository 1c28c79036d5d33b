package nl.klimrek.conversations.cycle;

import java.util.List;
import nl.klimrek.conversations.cycle.CycleView.PlanningView;
import nl.klimrek.conversations.planning.proposal.PlanView;
import nl.klimrek.servicekit.web.StrictMapping;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** From a cycle to what HR reads. */
@Mapper(config = StrictMapping.class)
public interface CycleViewMapper {

    /** The policy with its newest run. */
    default CycleView view(Cycle cycle) {
        return view(cycle, cycle.planning() == null ? null : planning(cycle.id(), cycle.planning()));
    }

    @Mapping(target = "id", source = "cycle.id")
    @Mapping(target = "rhythm", source = "cycle.policy.rhythm")
    @Mapping(target = "leadDays", source = "cycle.policy.leadDays")
    @Mapping(target = "slotMinutes", source = "cycle.policy.slotMinutes")
    @Mapping(target = "startsOn", source = "cycle.policy.startsOn")
    @Mapping(target = "amendments", source = "cycle.amendments")
    @Mapping(target = "blackouts", source = "cycle.blackouts")
    @Mapping(target = "planning", source = "run")
    @Mapping(target = "nextPlanningOn", expression = "java(cycle.nextPlanningOn())")
    CycleView view(Cycle cycle, @Nullable PlanningView run);

    @Mapping(target = "cycle", source = "cycle")
    @Mapping(target = "dryRun", constant = "false")
    @Mapping(target = "planned", source = "run.result.planned")
    @Mapping(target = "withoutManager", source = "run.result.withoutManager")
    @Mapping(target = "managerless", source = "run.result.managerless")
    @Mapping(target = "skipped", source = "run.result.skipped")
    @Mapping(target = "proposed", source = "run.result.proposed")
    @Mapping(target = "withoutSlot", source = "run.result.withoutSlot")
    @Mapping(target = "plan", ignore = true)
    @Mapping(target = "summary", ignore = true)
    PlanningView planning(String cycle, PlanningProgress run);

    /** What a dry run found. */
    @Mapping(target = "cycle", source = "cycle")
    @Mapping(target = "dryRun", constant = "true")
    @Mapping(target = "done", constant = "true")
    @Mapping(target = "people", source = "people")
    @Mapping(target = "proposed", expression = "java(plan.fitting())")
    @Mapping(target = "withoutSlot", expression = "java(plan.reasons())")
    @Mapping(target = "plan", source = "plan")
    @Mapping(target = "summary", source = "summary")
    PlanningView preview(String cycle, int people, PlanningResult result, PlanView plan, List<String> summary);
}
