package nl.klimrek.popforms.plan;

import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.klimrek.eventing.Decision;
import nl.klimrek.popforms.goal.Goal;
import nl.klimrek.popforms.goal.LearningSteps;
import nl.klimrek.popforms.learning.Activity;
import nl.klimrek.popforms.learning.ActivityPlan;
import nl.klimrek.popforms.learning.Application;
import nl.klimrek.popforms.learning.Evidence;
import nl.klimrek.popforms.learning.Reflection;
import nl.klimrek.popforms.text.CommittedText;
import nl.klimrek.popforms.text.NoteText;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a plan's activities, milestones and evidence. What is planned ahead for a shared goal is agreed by two, so
 * planning, changing and dropping it makes a new version. What happened follows the plan. Refusals: those of {@link
 * LearningSteps}.
 */
public final class PlanLearning {

    private PlanLearning() {}

    public static Decision<Pop> planActivity(Pop pop, String goal, String activity, ActivityPlan what) {
        return pop.changing(goal, one -> LearningSteps.planActivity(one, pop.plan(), activity, what));
    }

    /** Changes an activity; one that is completed, such as a learning moment, keeps the version. */
    public static Decision<Pop> changeActivity(
            Pop pop, String activity, ActivityPlan what, @Nullable Reflection learned) {
        return onGoalWith(pop, has(activity), "activity-unknown", goal -> {
            Activity known = goal.activity(activity);
            Function<Goal, Decision<Goal>> step =
                    one -> LearningSteps.changeActivity(one, pop.plan(), activity, what, learned);
            return known != null && known.completed() ? pop.following(goal.id(), step) : pop.changing(goal.id(), step);
        });
    }

    public static Decision<Pop> dropActivity(Pop pop, String activity, LocalDate today) {
        return onGoalWith(
                pop,
                has(activity),
                "activity-unknown",
                goal -> pop.changing(goal.id(), one -> LearningSteps.dropActivity(one, pop.plan(), activity, today)));
    }

    public static Decision<Pop> completeActivity(
            Pop pop, String activity, LocalDate on, @Nullable Reflection learned, LocalDate today) {
        return onGoalWith(
                pop,
                has(activity),
                "activity-unknown",
                goal -> pop.following(
                        goal.id(),
                        one -> LearningSteps.completeActivity(one, pop.plan(), activity, on, learned, today)));
    }

    /** Answers whether what an activity taught is used. */
    public static Decision<Pop> applyActivity(Pop pop, String activity, Application answer) {
        return onGoalWith(
                pop,
                has(activity),
                "activity-unknown",
                goal -> pop.following(
                        goal.id(), one -> LearningSteps.applyActivity(one, pop.plan(), activity, answer)));
    }

    /** Adds something learned on the way. */
    public static Decision<Pop> logMoment(Pop pop, String goal, String activity, ActivityPlan what, LocalDate today) {
        return pop.following(goal, one -> LearningSteps.logMoment(one, pop.plan(), activity, what, today));
    }

    public static Decision<Pop> addEvidence(Pop pop, String goal, Evidence shown) {
        return pop.following(goal, one -> LearningSteps.addEvidence(one, pop.plan(), shown));
    }

    /** Validates evidence of a shared goal as the employer. Nobody validates what they may not see. */
    public static Decision<Pop> validateEvidence(Pop pop, String evidence, String by) {
        return onGoalWith(
                pop,
                goal -> !goal.keptPrivate()
                        && goal.evidence().stream().anyMatch(one -> one.id().equals(evidence)),
                "evidence-unknown",
                goal -> pop.following(goal.id(), one -> LearningSteps.validateEvidence(one, pop.plan(), evidence, by)));
    }

    public static Decision<Pop> setMilestone(Pop pop, String goal, String milestone, CommittedText<NoteText> text) {
        return pop.following(goal, one -> LearningSteps.setMilestone(one, pop.plan(), milestone, text));
    }

    public static Decision<Pop> reachMilestone(Pop pop, String milestone, LocalDate on, LocalDate today) {
        return onGoalWith(
                pop,
                goal -> goal.milestones().stream().anyMatch(one -> one.id().equals(milestone)),
                "milestone-unknown",
                goal -> pop.following(
                        goal.id(), one -> LearningSteps.reachMilestone(one, pop.plan(), milestone, on, today)));
    }

    private static Predicate<Goal> has(String activity) {
        return goal -> goal.activity(activity) != null;
    }

    private static Decision<Pop> onGoalWith(
            Pop pop, Predicate<Goal> part, String unknown, Function<Goal, Decision<Pop>> step) {
        return pop.goals().stream().filter(part).findFirst().map(step).orElseGet(() -> Decision.refuse(unknown));
    }
}
