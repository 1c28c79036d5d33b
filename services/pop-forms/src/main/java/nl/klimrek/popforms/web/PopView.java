package nl.klimrek.popforms.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import nl.klimrek.popforms.advice.LearningMix;
import nl.klimrek.popforms.plan.Portrait;
import nl.klimrek.popforms.plan.TemplateReference;
import nl.klimrek.servicekit.people.AccessRight;
import org.jspecify.annotations.Nullable;

/** A plan with the parts that its reader may see. */
sealed interface PopView {

    /**
     * The plan with text.
     *
     * @param pop id of the plan
     * @param seenAs the right by which the reader sees it
     * @param goals in the owner's order; private ones for the owner only
     * @param privateGoals how many goals are private
     * @param mix effort of the shown goals by way of learning
     * @param rhythmWeeks after how many quiet weeks a goal counts as stalled
     * @param advice for the owner only; null for others
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WithWords(
            String pop,
            String employee,
            AccessRight seenAs,
            TemplateReference template,
            Instant startedAt,
            AgreementView agreement,
            Portrait portrait,
            List<GoalView> goals,
            int privateGoals,
            LearningMix mix,
            int rhythmWeeks,
            @Nullable AdviceView advice)
            implements PopView {}

    /**
     * The plan in codes, with shared goals only.
     *
     * @param pop id of the plan
     * @param seenAs the right by which the reader sees it
     * @param goals in the owner's order
     * @param privateGoals how many goals are private
     * @param mix effort of the shown goals by way of learning
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InCodes(
            String pop,
            String employee,
            AccessRight seenAs,
            TemplateReference template,
            Instant startedAt,
            AgreementView agreement,
            List<CodedGoalView> goals,
            int privateGoals,
            LearningMix mix)
            implements PopView {}
}
