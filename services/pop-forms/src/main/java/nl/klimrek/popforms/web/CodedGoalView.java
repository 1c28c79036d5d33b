package nl.klimrek.popforms.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.popforms.ActivityMode;
import nl.klimrek.contracts.popforms.Direction;
import nl.klimrek.contracts.popforms.GoalHorizon;
import nl.klimrek.contracts.popforms.LearningForm;
import nl.klimrek.contracts.popforms.LearningSetting;
import nl.klimrek.contracts.popforms.Origin;
import nl.klimrek.contracts.popforms.Purpose;
import nl.klimrek.contracts.popforms.SkillReference;
import nl.klimrek.contracts.popforms.Validation;
import nl.klimrek.popforms.goal.GoalState;
import nl.klimrek.popforms.goal.Stall;
import nl.klimrek.popforms.learning.Evidence;

/** A goal in codes, without any typed text. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CodedGoalView(
        String id,
        GoalState state,
        GoalHorizon horizon,
        Purpose purpose,
        Origin origin,
        Direction direction,
        LocalDate targetDate,
        List<SkillReference> skills,
        List<ActivityCodes> activities,
        List<EvidenceCodes> evidence,
        Stall stall,
        LocalDate achievedOn) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ActivityCodes(
            String id,
            LearningForm form,
            LearningSetting setting,
            ActivityMode mode,
            int effortMinutes,
            Long costCents,
            LocalDate startsOn,
            LocalDate endsOn,
            LocalDate applyBy,
            LocalDate completedOn,
            LocalDate droppedOn) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EvidenceCodes(String id, Evidence.Kind kind, Validation validation, LocalDate expiresOn) {}
}
