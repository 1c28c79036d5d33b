package nl.klimrek.popforms.goal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nl.klimrek.contracts.popforms.ActivityCompleted;
import nl.klimrek.contracts.popforms.EvidenceAdded;
import nl.klimrek.contracts.popforms.GoalAchieved;
import nl.klimrek.contracts.popforms.GoalAdjusted;
import nl.klimrek.contracts.popforms.GoalDropped;
import nl.klimrek.contracts.popforms.GoalEvaluated;
import nl.klimrek.contracts.popforms.GoalStarted;
import nl.klimrek.eventing.Decision;
import nl.klimrek.popforms.learning.Activity;
import nl.klimrek.popforms.learning.ActivityPlan;
import nl.klimrek.popforms.learning.Evidence;
import nl.klimrek.popforms.learning.Reflection;
import nl.klimrek.popforms.text.CommittedText;
import nl.klimrek.popforms.text.NoteText;
import org.jspecify.annotations.Nullable;

/**
 * A goal of a plan. It is immutable: each step returns the new goal with its events, or a refusal: {@code
 * goal-step-not-possible} where {@link GoalLifeCycle} has no such step, {@code target-date-past}, {@code
 * date-in-future}, {@code activity-unknown}, {@code activity-already-completed}.
 *
 * @param id unique within the plan
 * @param keptPrivate whether others may know only that it exists
 * @param state state in its life cycle
 * @param aim its coded part
 * @param text its text
 * @param evaluations evaluations, oldest first
 * @param activities activities towards it
 * @param evidence evidence of it
 * @param stall why it is stalled; only while stalled
 * @param dropped why it was dropped; only when dropped
 * @param achievedOn day it was achieved; only when achieved
 */
public record Goal(
        String id,
        boolean keptPrivate,
        GoalState state,
        GoalAim aim,
        @JsonProperty("words") CommittedText<GoalText> text,
        List<GoalEvaluation> evaluations,
        List<Activity> activities,
        List<Evidence> evidence,
        @Nullable Stall stall,
        @Nullable CommittedText<NoteText> dropped,
        @Nullable LocalDate achievedOn) {

    /** Weight of one entry beside its text, in characters. */
    private static final int ENTRY = 300;

    public Goal {
        evaluations = evaluations == null ? List.of() : List.copyOf(evaluations);
        activities = activities == null ? List.of() : List.copyOf(activities);
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
    }

    public static Decision<Goal> set(PlanReference plan, String id, GoalDraft draft, LocalDate today) {
        if (draft.aim().targetDate().isBefore(today)) {
            return Decision.refuse("target-date-past");
        }
        Goal goal = new Goal(
                id,
                draft.keptPrivate(),
                GoalState.SET,
                draft.aim(),
                draft.text(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null);
        return Decision.accept(goal, GoalEvents.set(plan, goal));
    }

    public Decision<Goal> start(PlanReference plan) {
        return step(
                GoalStep.START, next -> Decision.accept(in(next), new GoalStarted(plan.pop(), plan.employee(), id)));
    }

    public Decision<Goal> evaluate(PlanReference plan, CommittedText<NoteText> seen, LocalDate today) {
        return step(
                GoalStep.EVALUATE,
                next -> Decision.accept(
                        new Goal(
                                id,
                                keptPrivate,
                                next,
                                aim,
                                text,
                                with(evaluations, new GoalEvaluation(today, seen)),
                                activities,
                                evidence,
                                null,
                                dropped,
                                achievedOn),
                        new GoalEvaluated(plan.pop(), plan.employee(), id, seen.hash())));
    }

    public Decision<Goal> adjust(
            PlanReference plan, CommittedText<GoalText> newText, LocalDate newTargetDate, LocalDate today) {
        if (newTargetDate.isBefore(today)) {
            return Decision.refuse("target-date-past");
        }
        return step(
                GoalStep.ADJUST,
                next -> Decision.accept(
                        new Goal(
                                id,
                                keptPrivate,
                                next,
                                aim.by(newTargetDate),
                                newText,
                                evaluations,
                                activities,
                                evidence,
                                null,
                                dropped,
                                achievedOn),
                        new GoalAdjusted(plan.pop(), plan.employee(), id, newTargetDate, newText.hash())));
    }

    public Decision<Goal> achieve(PlanReference plan, LocalDate on, LocalDate today) {
        if (on.isAfter(today)) {
            return Decision.refuse("date-in-future");
        }
        return step(
                GoalStep.ACHIEVE,
                next -> Decision.accept(
                        new Goal(
                                id, keptPrivate, next, aim, text, evaluations, activities, evidence, null, dropped, on),
                        new GoalAchieved(plan.pop(), plan.employee(), id, on)));
    }

    public Decision<Goal> drop(PlanReference plan, CommittedText<NoteText> because) {
        return step(
                GoalStep.DROP,
                next -> Decision.accept(
                        new Goal(
                                id,
                                keptPrivate,
                                next,
                                aim,
                                text,
                                evaluations,
                                activities,
                                evidence,
                                null,
                                because,
                                achievedOn),
                        new GoalDropped(plan.pop(), plan.employee(), id, because.hash())));
    }

    public Decision<Goal> stall(PlanReference plan, Stall why) {
        return step(
                GoalStep.STALL,
                next -> Decision.accept(
                        new Goal(
                                id,
                                keptPrivate,
                                next,
                                aim,
                                text,
                                evaluations,
                                activities,
                                evidence,
                                why,
                                dropped,
                                achievedOn),
                        GoalEvents.stalled(plan, this, why)));
    }

    public Decision<Goal> planActivity(PlanReference plan, String activity, ActivityPlan what) {
        Activity planned = new Activity(activity, what, null, null);
        return step(
                GoalStep.PLAN_ACTIVITY,
                next -> Decision.accept(
                        withActivities(with(activities, planned)), GoalEvents.planned(plan, this, planned)));
    }

    public Decision<Goal> completeActivity(
            PlanReference plan, String activity, LocalDate on, @Nullable Reflection learned, LocalDate today) {
        Activity done = activities.stream()
                .filter(one -> one.id().equals(activity))
                .findFirst()
                .orElse(null);
        if (done == null) {
            return Decision.refuse("activity-unknown");
        }
        if (done.completed()) {
            return Decision.refuse("activity-already-completed");
        }
        if (on.isAfter(today)) {
            return Decision.refuse("date-in-future");
        }
        List<Activity> after = activities.stream()
                .map(one -> one.id().equals(activity) ? one.completed(on, learned) : one)
                .toList();
        return step(
                GoalStep.COMPLETE_ACTIVITY,
                next -> Decision.accept(
                        withActivities(after), new ActivityCompleted(plan.pop(), plan.employee(), id, activity, on)));
    }

    /** Adds something that was learned on the way: planned and completed at once. */
    public Decision<Goal> logMoment(PlanReference plan, String activity, ActivityPlan what, LocalDate today) {
        Activity done = new Activity(activity, what, today, null);
        return step(
                GoalStep.COMPLETE_ACTIVITY,
                next -> Decision.accept(
                        withActivities(with(activities, done)),
                        GoalEvents.planned(plan, this, done),
                        new ActivityCompleted(plan.pop(), plan.employee(), id, activity, today)));
    }

    public Decision<Goal> addEvidence(PlanReference plan, Evidence shown) {
        return step(
                GoalStep.ADD_EVIDENCE,
                next -> Decision.accept(
                        new Goal(
                                id,
                                keptPrivate,
                                state,
                                aim,
                                text,
                                evaluations,
                                activities,
                                with(evidence, shown),
                                stall,
                                dropped,
                                achievedOn),
                        new EvidenceAdded(
                                plan.pop(),
                                plan.employee(),
                                id,
                                shown.id(),
                                shown.validation(),
                                shown.expiresOn(),
                                shown.content().hash())));
    }

    /** Size in the plan's document, roughly in characters. */
    public int weight() {
        return ENTRY * (1 + evaluations.size() + activities.size() + evidence.size())
                + text.length()
                + evaluations.stream().mapToInt(look -> look.note().length()).sum()
                + activities.stream().mapToInt(Activity::length).sum()
                + evidence.stream().mapToInt(shown -> shown.content().length()).sum();
    }

    private Decision<Goal> step(GoalStep step, Function<GoalState, Decision<Goal>> taken) {
        return GoalLifeCycle.after(state, step)
                .map(taken)
                .orElseGet(() -> Decision.refuse("goal-step-not-possible", "state", state.name(), "step", step.name()));
    }

    /** The goal in its next state; it is not stalled any more. */
    private Goal in(GoalState next) {
        return new Goal(id, keptPrivate, next, aim, text, evaluations, activities, evidence, null, dropped, achievedOn);
    }

    private Goal withActivities(List<Activity> after) {
        return new Goal(id, keptPrivate, state, aim, text, evaluations, after, evidence, stall, dropped, achievedOn);
    }

    private static <T> List<T> with(List<T> before, T added) {
        List<T> after = new ArrayList<>(before);
        after.add(added);
        return after;
    }
}
