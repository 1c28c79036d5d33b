package nl.klimrek.popforms.goal;

import java.util.List;
import nl.klimrek.contracts.popforms.ActivityChanged;
import nl.klimrek.contracts.popforms.ActivityPlanned;
import nl.klimrek.contracts.popforms.GoalChanged;
import nl.klimrek.contracts.popforms.GoalSet;
import nl.klimrek.contracts.popforms.GoalStalled;
import nl.klimrek.popforms.learning.Activity;
import nl.klimrek.popforms.learning.ActivityPlan;

/**
 * Makes the events that could reveal a private goal. For such a goal they leave out every optional field that the
 * owner's own prompts do not need: skills, conversation, cost, days, and barriers (which would prompt the manager).
 * Mandatory fields stay as codes, and {@code keptPrivate} tells every reader not to count or show the goal.
 */
final class GoalEvents {

    private GoalEvents() {}

    static GoalSet set(PlanReference plan, Goal goal) {
        GoalAim aim = goal.aim();
        boolean hidden = goal.keptPrivate();
        return new GoalSet(
                plan.pop(),
                plan.employee(),
                goal.id(),
                aim.horizon(),
                aim.purpose(),
                aim.origin(),
                aim.direction(),
                aim.targetDate(),
                hidden ? List.of() : aim.references(),
                hidden ? null : aim.conversation(),
                hidden,
                goal.text().hash());
    }

    static GoalChanged changed(PlanReference plan, Goal goal) {
        GoalAim aim = goal.aim();
        boolean hidden = goal.keptPrivate();
        return new GoalChanged(
                plan.pop(),
                plan.employee(),
                goal.id(),
                aim.horizon(),
                aim.purpose(),
                aim.origin(),
                aim.direction(),
                aim.targetDate(),
                hidden ? List.of() : aim.references(),
                hidden ? null : aim.conversation(),
                hidden,
                goal.text().hash());
    }

    static ActivityChanged activityChanged(PlanReference plan, Goal goal, Activity activity) {
        ActivityPlan what = activity.plan();
        boolean hidden = goal.keptPrivate();
        return new ActivityChanged(
                plan.pop(),
                plan.employee(),
                goal.id(),
                activity.id(),
                what.form(),
                what.setting(),
                what.mode(),
                what.effortMinutes(),
                hidden ? null : what.costCents(),
                hidden ? null : what.startsOn(),
                hidden ? null : what.endsOn(),
                what.applyBy());
    }

    static GoalStalled stalled(PlanReference plan, Goal goal, Stall stall) {
        boolean hidden = goal.keptPrivate();
        return new GoalStalled(
                plan.pop(),
                plan.employee(),
                goal.id(),
                hidden ? List.of() : stall.barriers(),
                hidden ? null : stall.blockedFactor());
    }

    static ActivityPlanned planned(PlanReference plan, Goal goal, Activity activity) {
        ActivityPlan what = activity.plan();
        boolean hidden = goal.keptPrivate();
        return new ActivityPlanned(
                plan.pop(),
                plan.employee(),
                goal.id(),
                activity.id(),
                what.form(),
                what.setting(),
                what.mode(),
                what.effortMinutes(),
                hidden ? null : what.costCents(),
                hidden ? null : what.startsOn(),
                hidden ? null : what.endsOn(),
                what.applyBy());
    }
}
