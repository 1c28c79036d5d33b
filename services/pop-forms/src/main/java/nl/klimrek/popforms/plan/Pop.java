package nl.klimrek.popforms.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.klimrek.contracts.popforms.GoalRanked;
import nl.klimrek.contracts.popforms.PopStarted;
import nl.klimrek.eventing.Decision;
import nl.klimrek.popforms.goal.Goal;
import nl.klimrek.popforms.goal.GoalDraft;
import nl.klimrek.popforms.goal.GoalText;
import nl.klimrek.popforms.goal.PlanReference;
import nl.klimrek.popforms.goal.Stall;
import nl.klimrek.popforms.text.CommittedText;
import nl.klimrek.popforms.text.NoteText;
import org.jspecify.annotations.Nullable;

/**
 * An employee's living development plan (POP). It is immutable: each step returns the new plan with its events, or a
 * refusal.
 *
 * <p>Owner and manager agree on a version: portrait, shared goals and the activities planned for them. Changing any of
 * these makes a new version, which both must confirm again. Steps that follow the plan (starting, evaluating, achieving,
 * stalling, completing, adding evidence) do not. Neither does any step on a private goal: nobody can agree to a goal
 * they may not see, and a new version would reveal it.
 *
 * <p>Steps of activities, milestones and evidence are in {@link PlanLearning}, confirming is in {@link PlanAgreement}, and
 * what the clock finds in {@link PlanRhythm}. Refusals: {@code pop-already-started}, {@code pop-full}, {@code
 * goal-unknown}, and those of {@link Goal}.
 *
 * @param id {@link #idOf} its owner: one living plan per employee
 * @param employee person id of its owner
 * @param template the form it answers
 * @param version from 1
 * @param portrait the owner's portrait
 * @param goals in the owner's order of importance
 * @param confirmations who confirmed the current version
 * @param agreed versions agreed by two, oldest first
 * @param startedAt when the plan was started
 * @param rhythmWeeks after how many quiet weeks a goal counts as stalled; null for {@link PlanRhythm#USUAL_WEEKS}
 * @param restsUntil day before which the clock does not look at the goals; null without one
 */
public record Pop(
        String id,
        String employee,
        TemplateReference template,
        int version,
        Portrait portrait,
        List<Goal> goals,
        Confirmations confirmations,
        List<AgreedVersion> agreed,
        Instant startedAt,
        @Nullable Integer rhythmWeeks,
        @Nullable LocalDate restsUntil) {

    /** Maximum size in characters of up to four bytes: half of what a document may hold (16 MB). */
    static final int ROOM = 2_000_000;

    private static final String ID_PREFIX = "pop-";

    public Pop {
        goals = goals == null ? List.of() : List.copyOf(goals);
        agreed = agreed == null ? List.of() : List.copyOf(agreed);
    }

    /** The id of an employee's plan, whether started or not. */
    public static String idOf(String employee) {
        return ID_PREFIX + employee;
    }

    /** The owner of the plan with this id, whether started or not; empty when it is not a plan's id. */
    public static Optional<String> ownerOf(String pop) {
        return pop.length() > ID_PREFIX.length() && pop.startsWith(ID_PREFIX)
                ? Optional.of(pop.substring(ID_PREFIX.length()))
                : Optional.empty();
    }

    public static Decision<Pop> start(Optional<Pop> current, String employee, TemplateReference template, Instant at) {
        if (current.isPresent()) {
            return Decision.refuse("pop-already-started");
        }
        Pop pop = new Pop(
                idOf(employee),
                employee,
                template,
                1,
                Portrait.BLANK,
                List.of(),
                Confirmations.NONE,
                List.of(),
                at,
                null,
                null);
        return Decision.accept(pop, new PopStarted(pop.id, employee, template.id(), template.version()));
    }

    public Decision<Pop> describe(Portrait self) {
        return self.equals(portrait) ? Decision.unchanged() : roomy(revised(self, goals), List.of());
    }

    /**
     * Sets a goal.
     *
     * @param rank place in the owner's order, from 1; null for the last
     */
    public Decision<Pop> setGoal(String goal, GoalDraft draft, @Nullable Integer rank, LocalDate today) {
        Decision<Goal> decision = Goal.set(plan(), goal, draft, today);
        return decided(decision, set -> {
            List<Goal> after = new ArrayList<>(goals);
            after.add(rank == null ? after.size() : Math.min(rank - 1, after.size()), set);
            return set.keptPrivate() ? with(after) : revised(portrait, after);
        });
    }

    /**
     * Moves a goal in the owner's order. The agreed version stays, because the order is the owner's alone.
     *
     * @param rank from 1; beyond the last is the last
     */
    public Decision<Pop> rankGoal(String goal, int rank) {
        Optional<Goal> found = goal(goal);
        if (found.isEmpty()) {
            return Decision.refuse("goal-unknown");
        }
        List<Goal> after = new ArrayList<>(goals);
        after.remove(found.get());
        int place = Math.min(Math.max(rank, 1), goals.size());
        after.add(place - 1, found.get());
        return after.equals(goals)
                ? Decision.unchanged()
                : Decision.accept(with(after), new GoalRanked(id, employee, goal, place));
    }

    /** Changes a goal: a new version, unless it was private and stays so. */
    public Decision<Pop> changeGoal(String goal, GoalDraft draft, LocalDate today) {
        boolean stays =
                draft.keptPrivate() && goal(goal).filter(Goal::keptPrivate).isPresent();
        return onGoal(
                goal, one -> one.change(plan(), draft, today), after -> stays ? with(after) : revised(portrait, after));
    }

    public Decision<Pop> startGoal(String goal) {
        return following(goal, one -> one.start(plan()));
    }

    public Decision<Pop> evaluateGoal(String goal, CommittedText<NoteText> seen, LocalDate today) {
        return following(goal, one -> one.evaluate(plan(), seen, today));
    }

    public Decision<Pop> adjustGoal(String goal, CommittedText<GoalText> words, LocalDate targetDate, LocalDate today) {
        return changing(goal, one -> one.adjust(plan(), words, targetDate, today));
    }

    public Decision<Pop> achieveGoal(String goal, LocalDate on, LocalDate today) {
        return following(goal, one -> one.achieve(plan(), on, today));
    }

    public Decision<Pop> dropGoal(String goal, CommittedText<NoteText> because) {
        return changing(goal, one -> one.drop(plan(), because));
    }

    public Decision<Pop> stallGoal(String goal, Stall why) {
        return following(goal, one -> one.stall(plan(), why));
    }

    /** Confirms the current version for owner or manager: {@link PlanAgreement#confirm}. */
    public Decision<Pop> confirm(int seen, String by, @Nullable String currentManager, Instant at) {
        return PlanAgreement.confirm(this, seen, by, currentManager, at);
    }

    /** The goal with this id. */
    public Optional<Goal> goal(String goal) {
        return goals.stream().filter(one -> one.id().equals(goal)).findFirst();
    }

    /** How far the current version is agreed. An agreed version stays agreed when the manager changes. */
    public AgreementProgress agreement() {
        return PlanAgreement.progress(this);
    }

    /** The same plan, noting on which day its owner did something with the goals that differ from before. */
    Pop progressedSince(Pop before, LocalDate today) {
        return with(goals.stream()
                .map(goal -> before.goals.contains(goal) ? goal : goal.movedOn(today))
                .toList());
    }

    /** Takes a step that follows the plan and leaves the version as it is. */
    Decision<Pop> following(String goal, Function<Goal, Decision<Goal>> step) {
        return onGoal(goal, step, this::with);
    }

    /** Takes a step that changes the plan and makes a new version. */
    Decision<Pop> changing(String goal, Function<Goal, Decision<Goal>> step) {
        boolean hidden = goal(goal).filter(Goal::keptPrivate).isPresent();
        return onGoal(goal, step, after -> hidden ? with(after) : revised(portrait, after));
    }

    private Decision<Pop> onGoal(String goal, Function<Goal, Decision<Goal>> step, Function<List<Goal>, Pop> then) {
        Optional<Goal> found = goal(goal);
        if (found.isEmpty()) {
            return Decision.refuse("goal-unknown");
        }
        return decided(
                step.apply(found.get()),
                next -> then.apply(goals.stream()
                        .map(one -> one.id().equals(goal) ? next : one)
                        .toList()));
    }

    private Decision<Pop> decided(Decision<Goal> decision, Function<Goal, Pop> then) {
        if (decision instanceof Decision.Refused<Goal> refused) {
            return new Decision.Refused<>(refused.refusal());
        }
        return decision instanceof Decision.Accepted<Goal> accepted
                ? roomy(then.apply(accepted.state()), accepted.events())
                : Decision.unchanged();
    }

    private static Decision<Pop> roomy(Pop next, List<Record> facts) {
        int weight = next.portrait.canonical().length()
                + next.goals.stream().mapToInt(Goal::weight).sum();
        return weight > ROOM ? Decision.refuse("pop-full") : Decision.accept(next, facts);
    }

    PlanReference plan() {
        return new PlanReference(id, employee);
    }

    Pop with(List<Goal> after) {
        return new Pop(
                id,
                employee,
                template,
                version,
                portrait,
                after,
                confirmations,
                agreed,
                startedAt,
                rhythmWeeks,
                restsUntil);
    }

    Pop with(Confirmations now, List<AgreedVersion> then) {
        return new Pop(id, employee, template, version, portrait, goals, now, then, startedAt, rhythmWeeks, restsUntil);
    }

    private Pop revised(Portrait self, List<Goal> after) {
        return new Pop(
                id,
                employee,
                template,
                version + 1,
                self,
                after,
                Confirmations.NONE,
                agreed,
                startedAt,
                rhythmWeeks,
                restsUntil);
    }

    Pop with(@Nullable Integer weeks, @Nullable LocalDate rest) {
        return new Pop(id, employee, template, version, portrait, goals, confirmations, agreed, startedAt, weeks, rest);
    }
}
