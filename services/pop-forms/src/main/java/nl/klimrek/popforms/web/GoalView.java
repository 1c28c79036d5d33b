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
import nl.klimrek.contracts.popforms.Validation;
import nl.klimrek.popforms.goal.GoalState;
import nl.klimrek.popforms.goal.Skill;
import nl.klimrek.popforms.goal.Stall;
import nl.klimrek.popforms.learning.Evidence;

/**
 * A goal with its text.
 *
 * @param droppedBecause why it was dropped; only when dropped
 * @param stall why it is stalled; only while stalled
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GoalView(
        String id,
        boolean keptPrivate,
        GoalState state,
        String title,
        String why,
        String howMeasured,
        String supportFrom,
        GoalHorizon horizon,
        Purpose purpose,
        Origin origin,
        Direction direction,
        LocalDate targetDate,
        List<Skill> skills,
        String conversation,
        List<EvaluationView> evaluations,
        List<ActivityView> activities,
        List<EvidenceView> evidence,
        List<MilestoneView> milestones,
        Stall stall,
        String droppedBecause,
        LocalDate achievedOn) {

    record EvaluationView(LocalDate on, String text) {}

    /** @param used whether what was learned is used; only once its owner said so */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ActivityView(
            String id,
            String title,
            LearningForm form,
            LearningSetting setting,
            ActivityMode mode,
            int effortMinutes,
            Long costCents,
            LocalDate startsOn,
            LocalDate endsOn,
            LocalDate applyBy,
            LocalDate completedOn,
            String experience,
            String insight,
            String nextTry,
            LocalDate droppedOn,
            Boolean used,
            LocalDate usedOn,
            String usedNote) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MilestoneView(String id, String text, LocalDate reachedOn) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EvidenceView(
            String id,
            Evidence.Kind kind,
            Validation validation,
            String validatedBy,
            String text,
            String link,
            LocalDate expiresOn) {}
}
