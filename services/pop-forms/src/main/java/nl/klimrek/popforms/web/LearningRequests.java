package nl.klimrek.popforms.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import nl.klimrek.contracts.popforms.ActivityMode;
import nl.klimrek.contracts.popforms.LearningForm;
import nl.klimrek.contracts.popforms.LearningSetting;
import nl.klimrek.contracts.popforms.Validation;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.popforms.learning.ActivityPlan;
import nl.klimrek.popforms.learning.Application;
import nl.klimrek.popforms.learning.Evidence;
import nl.klimrek.popforms.learning.EvidenceText;
import nl.klimrek.popforms.learning.Reflection;
import nl.klimrek.popforms.text.CommittedText;
import nl.klimrek.popforms.text.NoteText;
import nl.klimrek.popforms.text.TypedText;
import org.jspecify.annotations.Nullable;

/** Request bodies about activities and evidence. */
final class LearningRequests {

    private LearningRequests() {}

    /** An activity to plan: effort in minutes, cost in euro cents. */
    record NewActivity(
            @Size(max = GoalRequests.TITLE) @Nullable String title,
            @NotNull LearningForm form,
            @NotNull LearningSetting setting,
            @NotNull ActivityMode mode,
            @NotNull @Min(1) @Max(ActivityPlan.MAX_MINUTES) Integer effortMinutes,
            @Min(0) @Max(ActivityPlan.MAX_CENTS) @Nullable Long costCents,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable LocalDate applyBy) {

        ActivityPlan plan() {
            if (beforeStart(endsOn) || beforeStart(applyBy)) {
                throw new RefusedException(Refusal.of("activity-dates-out-of-order"));
            }
            return new ActivityPlan(
                    TypedText.normalise(title),
                    form,
                    setting,
                    mode,
                    effortMinutes,
                    costCents,
                    startsOn,
                    endsOn,
                    applyBy);
        }

        private boolean beforeStart(@Nullable LocalDate day) {
            return day != null && startsOn != null && day.isBefore(startsOn);
        }
    }

    /**
     * An activity as its owner wants it from now on. What was learned can be written only of a completed one, such as a
     * learning moment.
     */
    record ChangedActivity(
            @Size(max = GoalRequests.TITLE) @Nullable String title,
            @NotNull LearningForm form,
            @NotNull LearningSetting setting,
            @NotNull ActivityMode mode,
            @NotNull @Min(1) @Max(ActivityPlan.MAX_MINUTES) Integer effortMinutes,
            @Min(0) @Max(ActivityPlan.MAX_CENTS) @Nullable Long costCents,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable LocalDate applyBy,
            @Size(max = GoalRequests.TEXT) @Nullable String experience,
            @Size(max = GoalRequests.TEXT) @Nullable String insight,
            @Size(max = GoalRequests.TEXT) @Nullable String nextTry) {

        ActivityPlan plan() {
            return new NewActivity(title, form, setting, mode, effortMinutes, costCents, startsOn, endsOn, applyBy)
                    .plan();
        }

        /** What was learned; null where nothing was written. */
        @Nullable
        Reflection reflection() {
            Reflection reflection = Reflection.of(experience, insight, nextTry);
            return reflection.blank() ? null : reflection;
        }
    }

    /** Whether what was learned is used. */
    record NewApplication(
            @NotNull Boolean used,
            @Size(max = GoalRequests.TEXT) @Nullable String note) {

        Application application(LocalDate today) {
            String typed = TypedText.normalise(note);
            return new Application(used, today, typed == null ? null : CommittedText.of(NoteText.of(typed)));
        }
    }

    /** Something learned on the way. @param minutes duration in minutes; default {@value #DEFAULT_MINUTES} */
    record NewMoment(
            @NotBlank @Size(max = GoalRequests.TITLE) String text,
            @Min(1) @Max(ActivityPlan.MAX_MINUTES) @Nullable Integer minutes) {

        private static final int DEFAULT_MINUTES = 30;

        ActivityPlan plan() {
            return new ActivityPlan(
                    TypedText.normalise(text),
                    LearningForm.INFORMAL,
                    LearningSetting.INDIVIDUAL,
                    ActivityMode.ON_THE_JOB,
                    minutes == null ? DEFAULT_MINUTES : minutes,
                    null,
                    null,
                    null,
                    null);
        }
    }

    /** The completion of an activity. @param completedOn day of completion; default today */
    record Completion(
            @Nullable LocalDate completedOn,
            @Size(max = GoalRequests.TEXT) @Nullable String experience,
            @Size(max = GoalRequests.TEXT) @Nullable String insight,
            @Size(max = GoalRequests.TEXT) @Nullable String nextTry) {

        /** The completion of a request without a body. */
        static final Completion TODAY = new Completion(null, null, null, null);

        /** The reflection; null where nothing was written. */
        @Nullable
        Reflection reflection() {
            Reflection reflection = Reflection.of(experience, insight, nextTry);
            return reflection.blank() ? null : reflection;
        }
    }

    /** Evidence to add. @param validation default by the owner */
    record NewEvidence(
            @NotNull Evidence.Kind kind,
            @Nullable Validation validation,
            @NotBlank @Size(max = GoalRequests.TEXT) String text,

            @Size(max = 500) @Pattern(regexp = "https?://\\S+") @Nullable
            String link,

            @Nullable LocalDate expiresOn) {

        /** Refused with {@code validation-not-own} for a level that only somebody who checks it gives. */
        Evidence evidence(String id) {
            Validation own = validation == null ? Validation.SELF : validation;
            if (!Evidence.isOwnToGive(own)) {
                throw new RefusedException(Refusal.of("validation-not-own"));
            }
            return Evidence.shown(id, kind, own, expiresOn, CommittedText.of(EvidenceText.of(text, link)));
        }
    }
}
