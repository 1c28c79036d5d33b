package nl.klimrek.contracts.popforms;

import java.time.LocalDate;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * The owner changed a planned activity, or completed what a learning moment tells.
 *
 * @param pop id of the plan
 * @param employee person id of the owner
 * @param goal id of the goal
 * @param activity id of the activity
 * @param form how formal
 * @param setting alone or together
 * @param mode what is done
 * @param effortMinutes effort, in minutes
 * @param costCents cost in euro cents, where there is any (may be null)
 * @param startsOn first day (may be null)
 * @param endsOn last day (may be null)
 * @param applyBy day by which to apply what was learned (may be null)
 */
@EventContract(type = "nl.klimrek.pop-forms.activity-changed.v1", topic = Topics.POP_FORMS)
public record ActivityChanged(
        String pop,
        String employee,
        String goal,
        String activity,
        LearningForm form,
        LearningSetting setting,
        ActivityMode mode,
        int effortMinutes,
        @Nullable Long costCents,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable LocalDate applyBy) {}
