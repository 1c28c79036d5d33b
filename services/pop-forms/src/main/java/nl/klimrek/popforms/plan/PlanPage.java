package nl.klimrek.popforms.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import nl.klimrek.popforms.advice.LearningMix;
import nl.klimrek.servicekit.people.AccessRight;

/** A plan as its reader may see it. */
sealed interface PlanPage {

    /**
     * With words.
     *
     * @param pop id of the plan
     * @param seenAs the right by which the reader sees it
     * @param goals in the owner's order; without the private ones unless the reader is the owner
     * @param privateGoals how many goals are private
     * @param mix how the effort of the goals shown divides
     * @param advice for the owner alone; null for others
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WithWords(
            String pop,
            String employee,
            AccessRight seenAs,
            TemplateRef template,
            Instant startedAt,
            AgreementView agreement,
            Portrait portrait,
            List<GoalView> goals,
            int privateGoals,
            LearningMix mix,
            AdviceView advice)
            implements PlanPage {}

    /**
     * In codes only, of goals that are not private.
     *
     * @param pop id of the plan
     * @param seenAs the right by which the reader sees it
     * @param goals in the owner's order
     * @param privateGoals how many goals are private
     * @param mix how the effort of the goals shown divides
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InCodes(
            String pop,
            String employee,
            AccessRight seenAs,
            TemplateRef template,
            Instant startedAt,
            AgreementView agreement,
            List<GoalCodes> goals,
            int privateGoals,
            LearningMix mix)
            implements PlanPage {}
}
