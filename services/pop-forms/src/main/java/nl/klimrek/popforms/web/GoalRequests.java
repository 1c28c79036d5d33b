package nl.klimrek.popforms.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.popforms.Barrier;
import nl.klimrek.contracts.popforms.Direction;
import nl.klimrek.contracts.popforms.Factor;
import nl.klimrek.contracts.popforms.GoalHorizon;
import nl.klimrek.contracts.popforms.Origin;
import nl.klimrek.contracts.popforms.Purpose;
import nl.klimrek.popforms.goal.GoalAim;
import nl.klimrek.popforms.goal.GoalDraft;
import nl.klimrek.popforms.goal.GoalText;
import nl.klimrek.popforms.goal.Skill;
import nl.klimrek.popforms.plan.PlanRhythm;
import nl.klimrek.popforms.text.CommittedText;
import nl.klimrek.popforms.text.NoteText;
import nl.klimrek.popforms.text.TypedText;
import org.jspecify.annotations.Nullable;

/** Request bodies about goals. */
final class GoalRequests {

    static final int TITLE = 200;
    static final int TEXT = 2000;
    private static final String ID = "[A-Za-z0-9][A-Za-z0-9_:-]{0,99}";

    private GoalRequests() {}

    /**
     * A goal to set.
     *
     * @param origin who came up with it; default the employee
     * @param conversation id of the conversation it came from
     * @param keptPrivate whether others may know only that it exists; default false
     * @param rank place in the owner's order, from 1; default the last
     */
    record NewGoal(
            @NotBlank @Size(max = TITLE) String title,
            @Size(max = TEXT) @Nullable String why,
            @Size(max = TEXT) @Nullable String howMeasured,
            @Size(max = TEXT) @Nullable String supportFrom,
            @NotNull LocalDate targetDate,
            @NotNull GoalHorizon horizon,
            @NotNull Purpose purpose,
            @Nullable Origin origin,
            @NotNull Direction direction,
            @Valid @Size(max = 20) @Nullable List<@NotNull NewSkill> skills,
            @Pattern(regexp = ID) @Nullable String conversation,
            @Nullable Boolean keptPrivate,
            @Min(1) @Nullable Integer rank) {

        GoalDraft draft() {
            List<Skill> coded = skills == null
                    ? List.of()
                    : skills.stream().map(NewSkill::skill).toList();
            GoalAim aim = new GoalAim(
                    horizon,
                    purpose,
                    origin == null ? Origin.EMPLOYEE : origin,
                    direction,
                    targetDate,
                    coded,
                    conversation);
            return new GoalDraft(
                    aim,
                    CommittedText.of(GoalText.of(title, why, howMeasured, supportFrom)),
                    Boolean.TRUE.equals(keptPrivate));
        }
    }

    /**
     * The goal as its owner wants it from now on; the origin stays.
     *
     * @param conversation id of the conversation it came from; null for none
     * @param keptPrivate whether others may know only that it exists
     */
    record ChangedGoal(
            @NotBlank @Size(max = TITLE) String title,
            @Size(max = TEXT) @Nullable String why,
            @Size(max = TEXT) @Nullable String howMeasured,
            @Size(max = TEXT) @Nullable String supportFrom,
            @NotNull LocalDate targetDate,
            @NotNull GoalHorizon horizon,
            @NotNull Purpose purpose,
            @NotNull Direction direction,
            @Valid @Size(max = 20) @Nullable List<@NotNull NewSkill> skills,
            @Pattern(regexp = ID) @Nullable String conversation,
            @NotNull Boolean keptPrivate) {

        GoalDraft draft(Origin origin) {
            List<Skill> coded = skills == null
                    ? List.of()
                    : skills.stream().map(NewSkill::skill).toList();
            return new GoalDraft(
                    new GoalAim(horizon, purpose, origin, direction, targetDate, coded, conversation),
                    CommittedText.of(GoalText.of(title, why, howMeasured, supportFrom)),
                    keptPrivate);
        }
    }

    /** A small step worth celebrating. */
    record NewMilestone(@NotBlank @Size(max = TITLE) String text) {

        CommittedText<NoteText> note() {
            return CommittedText.of(NoteText.of(text));
        }
    }

    /** @param reachedOn day it was reached; default today */
    record Reached(@Nullable LocalDate reachedOn) {}

    /** @param weeks number of quiet weeks after which a goal counts as stalled */
    record NewRhythm(
            @NotNull @Min(PlanRhythm.MIN_WEEKS) @Max(PlanRhythm.MAX_WEEKS)
            Integer weeks) {}

    /** A skill in a scheme. Codes and versions have a digit and no spaces. */
    record NewSkill(
            @NotNull Skill.Scheme scheme,
            @NotNull @Pattern(regexp = Skill.CODE) String code,
            @NotNull @Pattern(regexp = Skill.CODE) String version,
            @Size(max = TITLE) @Nullable String label) {

        Skill skill() {
            return new Skill(scheme, code, version, TypedText.normalise(label));
        }
    }

    /** @param rank place in the owner's order, from 1; beyond the last is the last */
    record NewRank(@NotNull @Min(1) Integer rank) {}

    /** An evaluation. */
    record NewEvaluation(@NotBlank @Size(max = TEXT) String text) {

        CommittedText<NoteText> note() {
            return CommittedText.of(NoteText.of(text));
        }
    }

    /** The goal's new text and target date. */
    record Adjustment(
            @NotBlank @Size(max = TITLE) String title,
            @Size(max = TEXT) @Nullable String why,
            @Size(max = TEXT) @Nullable String howMeasured,
            @Size(max = TEXT) @Nullable String supportFrom,
            @NotNull LocalDate targetDate) {

        CommittedText<GoalText> goalText() {
            return CommittedText.of(GoalText.of(title, why, howMeasured, supportFrom));
        }
    }

    /** @param achievedOn day it was achieved; default today */
    record Achievement(@Nullable LocalDate achievedOn) {}

    /** Why a goal is dropped. */
    record Drop(@NotBlank @Size(max = TEXT) String reason) {

        CommittedText<NoteText> note() {
            return CommittedText.of(NoteText.of(reason));
        }
    }

    /** The barriers, and the factor that blocks the goal. */
    record NewStall(
            @NotEmpty @Size(max = 8) List<@NotNull Barrier> barriers,
            @Nullable Factor blockedFactor) {}
}
