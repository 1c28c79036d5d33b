package nl.klimrek.popforms.goal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.klimrek.contracts.popforms.GoalAchieved;
import nl.klimrek.contracts.popforms.GoalAdjusted;
import nl.klimrek.contracts.popforms.GoalDropped;
import nl.klimrek.contracts.popforms.GoalEvaluated;
import nl.klimrek.contracts.popforms.GoalStarted;
import nl.klimrek.eventing.Decision;
import nl.klimrek.popforms.learning.Activity;
import nl.klimrek.popforms.learning.Evidence;
import nl.klimrek.popforms.learning.Milestone;
import nl.klimrek.popforms.text.CommittedText;
import nl.klimrek.popforms.text.NoteText;
import org.jspecify.annotations.Nullable;

/**
 * A goal of a plan. It is immutable: each step returns the new goal with its events, or a refusal: {@code
 * goal-step-not-possible} where {@link GoalLifeCycle} has no such step, {@code target-date-past}, {@code
 * date-in-future}. {@link LearningSteps} has the steps of its activities, milestones and evidence.
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
 * @param milestones small steps worth celebrating, in the order they were named
 * @param movedOn day on which its owner last did something with it; null for a goal of before this was kept
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
        @Nullable LocalDate achievedOn,
        List<Milestone> milestones,
        @Nullable LocalDate movedOn) {

    /** Weight of one entry beside its text, in characters. */
    private static final int ENTRY = 300;

    public Goal {
        evaluations = evaluations == null ? List.of() : List.copyOf(evaluations);
        activities = activities == null ? List.of() : List.copyOf(activities);
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
        milestones = milestones == null ? List.of() : List.copyOf(milestones);
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
                null,
                List.of(),
                today);
        return Decision.accept(goal, GoalEvents.set(plan, goal));
    }

    /** Changes an open goal: words, codes, date, privacy. A date that stays may have passed. */
    public Decision<Goal> change(PlanReference plan, GoalDraft draft, LocalDate today) {
        LocalDate day = draft.aim().targetDate();
        if (day.isBefore(today) && !day.equals(aim.targetDate())) {
            return Decision.refuse("target-date-past");
        }
        return step(GoalStep.CHANGE, next -> {
            if (draft.aim().equals(aim)
                    && draft.text().text().equals(text.text())
                    && draft.keptPrivate() == keptPrivate) {
                return Decision.unchanged();
            }
            Goal changed = new GoalCopy(this)
                    .aim(draft.aim())
                    .text(draft.text())
                    .keptPrivate(draft.keptPrivate())
                    .copy();
            return Decision.accept(changed, GoalEvents.changed(plan, changed));
        });
    }

    public Decision<Goal> start(PlanReference plan) {
        return step(
                GoalStep.START, next -> Decision.accept(in(next), new GoalStarted(plan.pop(), plan.employee(), id)));
    }

    public Decision<Goal> evaluate(PlanReference plan, CommittedText<NoteText> seen, LocalDate today) {
        return step(
                GoalStep.EVALUATE,
                next -> Decision.accept(
                        new GoalCopy(this)
                                .state(next)
                                .evaluations(with(evaluations, new GoalEvaluation(today, seen)))
                                .copy(),
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
                        new GoalCopy(this)
                                .state(next)
                                .aim(aim.by(newTargetDate))
                                .text(newText)
                                .copy(),
                        new GoalAdjusted(plan.pop(), plan.employee(), id, newTargetDate, newText.hash())));
    }

    public Decision<Goal> achieve(PlanReference plan, LocalDate on, LocalDate today) {
        if (on.isAfter(today)) {
            return Decision.refuse("date-in-future");
        }
        return step(
                GoalStep.ACHIEVE,
                next -> Decision.accept(
                        new GoalCopy(this).state(next).achievedOn(on).copy(),
                        new GoalAchieved(plan.pop(), plan.employee(), id, on)));
    }

    public Decision<Goal> drop(PlanReference plan, CommittedText<NoteText> because) {
        return step(
                GoalStep.DROP,
                next -> Decision.accept(
                        new GoalCopy(this).state(next).dropped(because).copy(),
                        new GoalDropped(plan.pop(), plan.employee(), id, because.hash())));
    }

    /** Stalls the goal, or says of a stalled one what is in the way. */
    public Decision<Goal> stall(PlanReference plan, Stall why) {
        if (stall != null
                && stall.barriers().equals(why.barriers())
                && Objects.equals(stall.blockedFactor(), why.blockedFactor())) {
            return Decision.unchanged();
        }
        Stall since = stall == null ? why : new Stall(why.barriers(), why.blockedFactor(), stall.since());
        return step(
                GoalStep.STALL,
                next -> Decision.accept(
                        new GoalCopy(this).state(next).stall(since).copy(), GoalEvents.stalled(plan, this, why)));
    }

    /** The last day on which something happened with this goal or is planned to; a goal is quiet from then on. */
    public LocalDate quietFrom(LocalDate planStarted) {
        Stream<@Nullable LocalDate> known = Stream.concat(
                Stream.of(planStarted, movedOn),
                Stream.concat(
                        evaluations.stream().map(GoalEvaluation::on),
                        activities.stream().filter(one -> !one.dropped()).map(Activity::lastDay)));
        return known.filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    /** Whether the clock may find it stalled: it is open, and nobody said that it is. */
    public boolean canFallQuiet() {
        return state.open() && state != GoalState.STALLED;
    }

    /** The same goal, noting that its owner did something with it. */
    public Goal movedOn(LocalDate day) {
        return new GoalCopy(this).movedOn(day).copy();
    }

    /** The activity with this id; null without one. */
    @Nullable
    public Activity activity(String activity) {
        return activities.stream()
                .filter(one -> one.id().equals(activity))
                .findFirst()
                .orElse(null);
    }

    /** Size in the plan's document, roughly in characters. */
    public int weight() {
        return ENTRY * (1 + evaluations.size() + activities.size() + evidence.size() + milestones.size())
                + text.length()
                + evaluations.stream().mapToInt(look -> look.note().length()).sum()
                + activities.stream().mapToInt(Activity::length).sum()
                + milestones.stream().mapToInt(step -> step.text().length()).sum()
                + evidence.stream().mapToInt(shown -> shown.content().length()).sum();
    }

    Decision<Goal> step(GoalStep step, Function<GoalState, Decision<Goal>> taken) {
        return GoalLifeCycle.after(state, step)
                .map(taken)
                .orElseGet(() -> Decision.refuse("goal-step-not-possible", "state", state.name(), "step", step.name()));
    }

    /** The goal in its next state; it is not stalled any more. */
    private Goal in(GoalState next) {
        return new GoalCopy(this).state(next).copy();
    }

    static <T> List<T> with(List<T> before, T added) {
        return Stream.concat(before.stream(), Stream.of(added)).toList();
    }
}
