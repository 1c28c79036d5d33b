package nl.klimrek.conversations.dialogue.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.popforms.ActivityMode;
import nl.klimrek.contracts.popforms.Direction;
import nl.klimrek.contracts.popforms.Factor;
import nl.klimrek.contracts.popforms.GoalHorizon;
import nl.klimrek.contracts.popforms.Purpose;
import nl.klimrek.conversations.dialogue.reading.ConversationView.CarriedOver;
import nl.klimrek.conversations.questions.QuestionTags;
import nl.klimrek.conversations.questions.QuestionView;
import org.jspecify.annotations.Nullable;

/**
 * What one side prepares on, with what is known already filled in; nothing on it must be answered.
 *
 * @param template what the questions were made from, with its version
 * @param questions the small set, each with the reason why
 * @param opensOn day from which both sides are asked to prepare, where this side is; absent without a slot, and where the
 *     policy leaves it to the usual days. Nobody has to wait for it
 * @param factors the five factors (Eigen Regie model), one's own side beside the side it mirrors
 * @param carriedOver what is still to be kept from earlier conversations
 * @param goals of the employee's plan, in codes; a goal kept private is on the employee's own sheet alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PreparationForm(
        @Schema(example = "DEVELOPMENT@2") String template,
        @Nullable LocalDate opensOn,
        List<QuestionView> questions,
        List<FactorView> factors,
        List<CarriedOver> carriedOver,
        List<GoalView> goals) {

    /**
     * The two questions about one factor.
     *
     * @param yours the question of this side
     * @param mirrored the question of the other side
     */
    public record FactorView(
            QuestionTags.Factor factor, QuestionTags.Duty duty, QuestionView yours, QuestionView mirrored) {}

    /** A goal; {@code blockedBy} and {@code achievedOn} where there are. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record GoalView(
            String id,
            boolean keptPrivate,
            DevelopmentGoalState state,
            GoalHorizon horizon,
            Purpose purpose,
            Direction direction,
            LocalDate targetDate,
            Factor blockedBy,
            LocalDate achievedOn,
            List<ActivityView> activities) {}

    /** An activity; {@code completedOn} is absent before it was. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ActivityView(String id, ActivityMode mode, LocalDate applyBy, LocalDate completedOn) {}
}
