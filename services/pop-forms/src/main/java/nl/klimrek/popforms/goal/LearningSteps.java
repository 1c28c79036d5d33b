package nl.klimrek.popforms.goal;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import nl.klimrek.contracts.popforms.ActivityApplied;
import nl.klimrek.contracts.popforms.ActivityCompleted;
import nl.klimrek.contracts.popforms.ActivityDropped;
import nl.klimrek.contracts.popforms.EvidenceAdded;
import nl.klimrek.contracts.popforms.EvidenceValidated;
import nl.klimrek.contracts.popforms.MilestoneReached;
import nl.klimrek.contracts.popforms.MilestoneSet;
import nl.klimrek.contracts.popforms.Validation;
import nl.klimrek.eventing.Decision;
import nl.klimrek.popforms.learning.Activity;
import nl.klimrek.popforms.learning.ActivityPlan;
import nl.klimrek.popforms.learning.Application;
import nl.klimrek.popforms.learning.Evidence;
import nl.klimrek.popforms.learning.Milestone;
import nl.klimrek.popforms.learning.Reflection;
import nl.klimrek.popforms.text.CommittedText;
import nl.klimrek.popforms.text.NoteText;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a goal's activities, milestones and evidence. Refusals: those of {@link Goal}, and {@code
 * activity-unknown}, {@code activity-already-completed}, {@code activity-not-completed}, {@code activity-let-go}, {@code
 * milestone-unknown}.
 */
public final class LearningSteps {

    private LearningSteps() {}

    public static Decision<Goal> planActivity(Goal goal, PlanReference plan, String activity, ActivityPlan what) {
        Activity planned = Activity.planned(activity, what);
        return goal.step(
                GoalStep.PLAN_ACTIVITY,
                next -> Decision.accept(
                        new GoalCopy(goal)
                                .activities(Goal.with(goal.activities(), planned))
                                .copy(),
                        GoalEvents.planned(plan, goal, planned)));
    }

    public static Decision<Goal> completeActivity(
            Goal goal,
            PlanReference plan,
            String activity,
            LocalDate on,
            @Nullable Reflection learned,
            LocalDate today) {
        return onActivity(goal, activity, done -> {
            if (done.completed()) {
                return Decision.refuse("activity-already-completed");
            }
            if (on.isAfter(today)) {
                return Decision.refuse("date-in-future");
            }
            return goal.step(
                    GoalStep.COMPLETE_ACTIVITY,
                    next -> Decision.accept(
                            replaced(goal, activity, one -> one.completed(on, learned)),
                            new ActivityCompleted(plan.pop(), plan.employee(), goal.id(), activity, on)));
        });
    }

    /**
     * Changes an activity. Of a completed one, such as a learning moment, this completes what it tells.
     *
     * @param learned only for a completed activity; null keeps what was written
     */
    public static Decision<Goal> changeActivity(
            Goal goal, PlanReference plan, String activity, ActivityPlan what, @Nullable Reflection learned) {
        return onActivity(goal, activity, known -> {
            if (learned != null && !known.completed()) {
                return Decision.refuse("activity-not-completed");
            }
            Activity changed = known.changed(what, learned);
            GoalStep step = known.completed() ? GoalStep.COMPLETE_ACTIVITY : GoalStep.PLAN_ACTIVITY;
            return changed.equals(known)
                    ? Decision.unchanged()
                    : goal.step(
                            step,
                            next -> Decision.accept(
                                    replaced(goal, activity, one -> changed),
                                    GoalEvents.activityChanged(plan, goal, changed)));
        });
    }

    public static Decision<Goal> dropActivity(Goal goal, PlanReference plan, String activity, LocalDate today) {
        return onActivity(
                goal,
                activity,
                known -> known.completed()
                        ? Decision.refuse("activity-already-completed")
                        : goal.step(
                                GoalStep.PLAN_ACTIVITY,
                                next -> Decision.accept(
                                        replaced(goal, activity, one -> one.dropped(today)),
                                        new ActivityDropped(plan.pop(), plan.employee(), goal.id(), activity))));
    }

    /** Answers whether something learned was used. A later answer replaces an earlier one. */
    public static Decision<Goal> applyActivity(Goal goal, PlanReference plan, String activity, Application answer) {
        return onActivity(
                goal,
                activity,
                known -> known.completed()
                        ? goal.step(
                                GoalStep.COMPLETE_ACTIVITY,
                                next -> Decision.accept(
                                        replaced(goal, activity, one -> one.applied(answer)),
                                        new ActivityApplied(
                                                plan.pop(), plan.employee(), goal.id(), activity, answer.used())))
                        : Decision.refuse("activity-not-completed"));
    }

    /** Adds something that was learned on the way: planned and completed at once. */
    public static Decision<Goal> logMoment(
            Goal goal, PlanReference plan, String activity, ActivityPlan what, LocalDate today) {
        Activity done = Activity.planned(activity, what).completed(today, null);
        return goal.step(
                GoalStep.COMPLETE_ACTIVITY,
                next -> Decision.accept(
                        new GoalCopy(goal)
                                .activities(Goal.with(goal.activities(), done))
                                .copy(),
                        GoalEvents.planned(plan, goal, done),
                        new ActivityCompleted(plan.pop(), plan.employee(), goal.id(), activity, today)));
    }

    /**
     * Validates evidence as the employer. Evidence that has this level or a higher one stays as it is.
     *
     * @param by person id of the manager who checked it
     */
    public static Decision<Goal> validateEvidence(Goal goal, PlanReference plan, String evidence, String by) {
        Evidence shown = goal.evidence().stream()
                .filter(one -> one.id().equals(evidence))
                .findFirst()
                .orElseThrow();
        if (!Evidence.isOwnToGive(shown.validation())) {
            return Decision.unchanged();
        }
        Evidence validated = shown.validated(Validation.EMPLOYER, by);
        return Decision.accept(
                new GoalCopy(goal)
                        .evidence(goal.evidence().stream()
                                .map(one -> one.id().equals(evidence) ? validated : one)
                                .toList())
                        .copy(),
                new EvidenceValidated(plan.pop(), plan.employee(), goal.id(), evidence, validated.validation(), by));
    }

    public static Decision<Goal> addEvidence(Goal goal, PlanReference plan, Evidence shown) {
        return goal.step(
                GoalStep.ADD_EVIDENCE,
                next -> Decision.accept(
                        new GoalCopy(goal)
                                .evidence(Goal.with(goal.evidence(), shown))
                                .copy(),
                        new EvidenceAdded(
                                plan.pop(),
                                plan.employee(),
                                goal.id(),
                                shown.id(),
                                shown.validation(),
                                shown.expiresOn(),
                                shown.content().hash())));
    }

    public static Decision<Goal> setMilestone(
            Goal goal, PlanReference plan, String milestone, CommittedText<NoteText> text) {
        return goal.step(
                GoalStep.PLAN_ACTIVITY,
                next -> Decision.accept(
                        new GoalCopy(goal)
                                .milestones(Goal.with(goal.milestones(), new Milestone(milestone, text, null)))
                                .copy(),
                        new MilestoneSet(plan.pop(), plan.employee(), goal.id(), milestone, text.hash())));
    }

    public static Decision<Goal> reachMilestone(
            Goal goal, PlanReference plan, String milestone, LocalDate on, LocalDate today) {
        Milestone known = goal.milestones().stream()
                .filter(one -> one.id().equals(milestone))
                .findFirst()
                .orElse(null);
        if (known == null) {
            return Decision.refuse("milestone-unknown");
        }
        if (known.reached()) {
            return Decision.unchanged();
        }
        if (on.isAfter(today)) {
            return Decision.refuse("date-in-future");
        }
        List<Milestone> after = goal.milestones().stream()
                .map(one -> one.id().equals(milestone) ? one.reached(on) : one)
                .toList();
        return goal.step(
                GoalStep.COMPLETE_ACTIVITY,
                next -> Decision.accept(
                        new GoalCopy(goal).milestones(after).copy(),
                        new MilestoneReached(plan.pop(), plan.employee(), goal.id(), milestone, on)));
    }

    private static Decision<Goal> onActivity(Goal goal, String activity, Function<Activity, Decision<Goal>> step) {
        Activity known = goal.activity(activity);
        if (known == null) {
            return Decision.refuse("activity-unknown");
        }
        return known.dropped() ? Decision.refuse("activity-let-go") : step.apply(known);
    }

    private static Goal replaced(Goal goal, String activity, UnaryOperator<Activity> change) {
        return new GoalCopy(goal)
                .activities(goal.activities().stream()
                        .map(one -> one.id().equals(activity) ? change.apply(one) : one)
                        .toList())
                .copy();
    }
}
