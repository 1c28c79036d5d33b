package nl.klimrek.popforms.plan;

import static nl.klimrek.popforms.plan.PopFixture.ANNA;
import static nl.klimrek.popforms.plan.PopFixture.TODAY;
import static nl.klimrek.popforms.plan.PopFixture.accepted;
import static nl.klimrek.popforms.plan.PopFixture.agreedWithGoal;
import static nl.klimrek.popforms.plan.PopFixture.facts;
import static nl.klimrek.popforms.plan.PopFixture.goal;
import static nl.klimrek.popforms.plan.PopFixture.note;
import static nl.klimrek.popforms.plan.PopFixture.refusal;
import static nl.klimrek.popforms.plan.PopFixture.withGoal;
import static org.assertj.core.api.Assertions.assertThat;

import nl.klimrek.contracts.popforms.ActivityApplied;
import nl.klimrek.contracts.popforms.ActivityChanged;
import nl.klimrek.contracts.popforms.ActivityDropped;
import nl.klimrek.contracts.popforms.ActivityMode;
import nl.klimrek.contracts.popforms.GoalChanged;
import nl.klimrek.contracts.popforms.MilestoneReached;
import nl.klimrek.contracts.popforms.MilestoneSet;
import nl.klimrek.eventing.Decision;
import nl.klimrek.popforms.goal.Goal;
import nl.klimrek.popforms.goal.GoalAim;
import nl.klimrek.popforms.goal.GoalDraft;
import nl.klimrek.popforms.learning.Activity;
import nl.klimrek.popforms.learning.ActivityPlan;
import nl.klimrek.popforms.learning.Application;
import nl.klimrek.popforms.learning.Reflection;
import org.junit.jupiter.api.Test;

/** Goals, activities and milestones that change after they were set. */
class PlanChangeTest {

    private static final ActivityPlan COURSE = PopFixture.anActivity(ActivityMode.COURSE, 60);
    private static final ActivityPlan COACHING = PopFixture.anActivity(ActivityMode.COACHING, 90);

    @Test
    void words_codes_and_date_change_later_and_the_plan_is_agreed_again() {
        Pop agreed = agreedWithGoal("g1");
        GoalAim later = PopFixture.anAim().by(TODAY.plusYears(1));
        Decision<Pop> changed =
                agreed.changeGoal("g1", new GoalDraft(later, PopFixture.words("Learn to solder"), false), TODAY);

        Goal now = goal(accepted(changed), "g1");
        assertThat(now.text().text().title()).isEqualTo("Learn to solder");
        assertThat(now.aim().targetDate()).isEqualTo(TODAY.plusYears(1));
        assertThat(accepted(changed).version()).isEqualTo(agreed.version() + 1);
        assertThat(accepted(changed).agreement()).isEqualTo(AgreementProgress.DRAFT);
        assertThat(facts(changed)).singleElement().isInstanceOf(GoalChanged.class);
        Goal same = goal(agreed, "g1");
        assertThat(agreed.changeGoal("g1", new GoalDraft(same.aim(), same.text(), false), TODAY))
                .isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void a_goal_becomes_private_later_and_its_event_tells_no_more_than_that() {
        Pop agreed = agreedWithGoal("g1");
        Goal shared = goal(agreed, "g1");
        Decision<Pop> hidden = agreed.changeGoal("g1", new GoalDraft(shared.aim(), shared.text(), true), TODAY);

        GoalChanged told = (GoalChanged) facts(hidden).get(0);
        assertThat(told.keptPrivate()).isTrue();
        assertThat(told.skills()).isEmpty();
        assertThat(told.conversation()).isNull();
        assertThat(accepted(hidden).version()).isEqualTo(agreed.version() + 1);

        Pop pop = accepted(hidden);
        GoalDraft other = new GoalDraft(shared.aim(), PopFixture.words("Still my own"), true);
        assertThat(accepted(pop.changeGoal("g1", other, TODAY)).version()).isEqualTo(pop.version());
        GoalDraft open = new GoalDraft(shared.aim(), shared.text(), false);
        assertThat(accepted(pop.changeGoal("g1", open, TODAY)).version()).isEqualTo(pop.version() + 1);
    }

    @Test
    void a_day_that_has_passed_may_stay_but_not_be_chosen() {
        Pop pop = withGoal("g1");
        Goal set = goal(pop, "g1");
        GoalDraft renamed = new GoalDraft(set.aim(), PopFixture.words("Other words"), false);
        GoalDraft moved = new GoalDraft(set.aim().by(TODAY.plusDays(1)), set.text(), false);

        assertThat(pop.changeGoal("g1", renamed, TODAY.plusYears(1))).isInstanceOf(Decision.Accepted.class);
        assertThat(refusal(pop.changeGoal("g1", moved, TODAY.plusYears(1)))).isEqualTo("target-date-past");
        Pop dropped = accepted(pop.dropGoal("g1", note("no")));
        assertThat(refusal(dropped.changeGoal("g1", moved, TODAY))).isEqualTo("goal-step-not-possible");
        assertThat(refusal(pop.changeGoal("g9", moved, TODAY))).isEqualTo("goal-unknown");
    }

    @Test
    void an_activity_changes_and_drops_and_both_are_agreed_again() {
        Pop planned = accepted(PlanLearning.planActivity(agreedWithGoal("g1"), "g1", "a1", COURSE));
        Decision<Pop> changed = PlanLearning.changeActivity(planned, "a1", COACHING, null);
        Decision<Pop> dropped = PlanLearning.dropActivity(planned, "a1", TODAY);

        assertThat(facts(changed)).singleElement().isInstanceOf(ActivityChanged.class);
        assertThat(activity(accepted(changed)).plan()).isEqualTo(COACHING);
        assertThat(accepted(changed).version()).isEqualTo(planned.version() + 1);
        assertThat(facts(dropped)).containsExactly(new ActivityDropped(planned.id(), ANNA, "g1", "a1"));
        assertThat(accepted(dropped).version()).isEqualTo(planned.version() + 1);
        assertThat(PlanLearning.changeActivity(planned, "a1", COURSE, null)).isInstanceOf(Decision.Unchanged.class);
        assertThat(refusal(PlanLearning.dropActivity(planned, "a9", TODAY))).isEqualTo("activity-unknown");
    }

    @Test
    void an_activity_that_was_let_go_takes_no_further_step() {
        Pop planned = accepted(PlanLearning.planActivity(withGoal("g1"), "g1", "a1", COURSE));
        Pop gone = accepted(PlanLearning.dropActivity(planned, "a1", TODAY));

        assertThat(refusal(PlanLearning.changeActivity(gone, "a1", COURSE, null)))
                .isEqualTo("activity-let-go");
        assertThat(refusal(PlanLearning.completeActivity(gone, "a1", TODAY, null, TODAY)))
                .isEqualTo("activity-let-go");
        assertThat(refusal(PlanLearning.dropActivity(gone, "a1", TODAY))).isEqualTo("activity-let-go");
    }

    @Test
    void a_learning_moment_is_completed_later_and_the_plan_stays_agreed() {
        Pop agreed = agreedWithGoal("g1");
        Pop logged = accepted(PlanLearning.logMoment(agreed, "g1", "a1", COURSE, TODAY));
        Reflection learned = new Reflection(null, "heat first", null);
        Pop told = accepted(PlanLearning.changeActivity(logged, "a1", COACHING, learned));

        assertThat(activity(told).reflection()).isEqualTo(learned);
        assertThat(activity(told).completedOn()).isEqualTo(TODAY);
        assertThat(activity(told).plan()).isEqualTo(COACHING);
        assertThat(told.agreement()).isEqualTo(AgreementProgress.AGREED);
        Pop again = accepted(PlanLearning.changeActivity(told, "a1", COURSE, null));
        assertThat(activity(again).reflection()).isEqualTo(learned);
        Pop planned = accepted(PlanLearning.planActivity(agreed, "g1", "a2", COURSE));
        assertThat(refusal(PlanLearning.changeActivity(planned, "a2", COURSE, learned)))
                .isEqualTo("activity-not-completed");
        assertThat(refusal(PlanLearning.dropActivity(logged, "a1", TODAY))).isEqualTo("activity-already-completed");
    }

    @Test
    void what_was_learned_is_asked_to_be_used_and_the_answer_may_change() {
        Pop planned = accepted(PlanLearning.planActivity(withGoal("g1"), "g1", "a1", COURSE));
        Application no = new Application(false, TODAY, note("no chance yet"));
        assertThat(refusal(PlanLearning.applyActivity(planned, "a1", no))).isEqualTo("activity-not-completed");
        Pop done = accepted(PlanLearning.completeActivity(planned, "a1", TODAY, null, TODAY));

        Decision<Pop> told = PlanLearning.applyActivity(done, "a1", no);
        assertThat(facts(told)).containsExactly(new ActivityApplied(done.id(), ANNA, "g1", "a1", false));
        assertThat(activity(accepted(told)).application()).isEqualTo(no);
        Application yes = new Application(true, TODAY.plusDays(9), null);
        assertThat(activity(accepted(PlanLearning.applyActivity(accepted(told), "a1", yes)))
                        .application())
                .isEqualTo(yes);
    }

    @Test
    void a_milestone_is_reached_once_and_counts_as_no_share_of_the_goal() {
        Pop agreed = agreedWithGoal("g1");
        Decision<Pop> set = PlanLearning.setMilestone(agreed, "g1", "m1", note("first weld"));
        assertThat(facts(set)).singleElement().isInstanceOf(MilestoneSet.class);
        Decision<Pop> reached = PlanLearning.reachMilestone(accepted(set), "m1", TODAY, TODAY);

        assertThat(facts(reached)).containsExactly(new MilestoneReached(agreed.id(), ANNA, "g1", "m1", TODAY));
        assertThat(goal(accepted(reached), "g1").state())
                .isEqualTo(goal(agreed, "g1").state());
        assertThat(accepted(reached).agreement()).isEqualTo(AgreementProgress.AGREED);
        assertThat(PlanLearning.reachMilestone(accepted(reached), "m1", TODAY, TODAY))
                .isInstanceOf(Decision.Unchanged.class);
        assertThat(refusal(PlanLearning.reachMilestone(accepted(set), "m9", TODAY, TODAY)))
                .isEqualTo("milestone-unknown");
        assertThat(refusal(PlanLearning.reachMilestone(accepted(set), "m1", TODAY.plusDays(1), TODAY)))
                .isEqualTo("date-in-future");
    }

    private static Activity activity(Pop pop) {
        return goal(pop, "g1").activities().get(0);
    }
}
