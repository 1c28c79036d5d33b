package nl.klimrek.popforms.plan;

import static nl.klimrek.popforms.plan.PopFixture.ANNA;
import static nl.klimrek.popforms.plan.PopFixture.TODAY;
import static nl.klimrek.popforms.plan.PopFixture.accepted;
import static nl.klimrek.popforms.plan.PopFixture.facts;
import static nl.klimrek.popforms.plan.PopFixture.goal;
import static nl.klimrek.popforms.plan.PopFixture.refusal;
import static nl.klimrek.popforms.plan.PopFixture.started;
import static nl.klimrek.popforms.plan.PopFixture.withGoal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.klimrek.contracts.popforms.ActivityMode;
import nl.klimrek.contracts.popforms.ActivityPlanned;
import nl.klimrek.contracts.popforms.Barrier;
import nl.klimrek.contracts.popforms.Factor;
import nl.klimrek.contracts.popforms.GoalSet;
import nl.klimrek.contracts.popforms.GoalStalled;
import nl.klimrek.contracts.popforms.SkillReference;
import nl.klimrek.eventing.Decision;
import nl.klimrek.popforms.goal.GoalState;
import nl.klimrek.popforms.learning.Reflection;
import org.junit.jupiter.api.Test;

class PlanGoalTest {

    @Test
    void a_shared_goal_tells_its_codes_and_the_commitment_of_its_words() {
        GoalSet set = (GoalSet)
                facts(started().setGoal("g1", PopFixture.aGoal(), null, TODAY)).get(0);

        assertThat(set.skills()).containsExactly(new SkillReference("ESCO", "S1.2.3", "1.2"));
        assertThat(set.conversation()).isEqualTo("conv-1");
        assertThat(set.keptPrivate()).isFalse();
        assertThat(set.content()).matches("[0-9a-f]{64}");
    }

    @Test
    void a_private_goal_tells_no_more_than_its_contract_demands() {
        Pop pop = accepted(started().setGoal("g1", PopFixture.aPrivateGoal(), null, TODAY));
        GoalSet set = (GoalSet) facts(started().setGoal("g1", PopFixture.aPrivateGoal(), null, TODAY))
                .get(0);
        ActivityPlanned planned = (ActivityPlanned)
                facts(PlanLearning.planActivity(pop, "g1", "a1", PopFixture.anActivity(ActivityMode.COACHING, 60)))
                        .get(0);

        assertThat(set.keptPrivate()).isTrue();
        assertThat(set.skills()).isEmpty();
        assertThat(set.conversation()).isNull();
        assertThat(planned.costCents()).isNull();
        assertThat(planned.startsOn()).isNull();
        assertThat(facts(pop.stallGoal("g1", PopFixture.noTime())))
                .containsExactly(new GoalStalled(pop.id(), ANNA, "g1", List.of(), null));
    }

    @Test
    void what_is_in_the_way_of_a_shared_goal_is_told_so_that_the_right_one_can_be_prompted() {
        assertThat(facts(withGoal("g1").stallGoal("g1", PopFixture.noTime())))
                .containsExactly(new GoalStalled("pop-" + ANNA, ANNA, "g1", List.of(Barrier.TIME), Factor.MOGEN));
    }

    @Test
    void a_goal_is_achieved_only_after_a_look_back() {
        Pop acting = accepted(withGoal("g1").startGoal("g1"));
        assertThat(acting.achieveGoal("g1", TODAY, TODAY))
                .isEqualTo(Decision.refuse("goal-step-not-possible", "state", "ACTING", "step", "ACHIEVE"));

        Pop evaluated = accepted(acting.evaluateGoal("g1", PopFixture.note("I can do it"), TODAY));
        assertThat(goal(accepted(evaluated.achieveGoal("g1", TODAY, TODAY)), "g1")
                        .state())
                .isEqualTo(GoalState.ACHIEVED);
    }

    @Test
    void a_stalled_goal_that_moves_again_is_no_longer_in_anyones_way() {
        Pop stalled = accepted(withGoal("g1").stallGoal("g1", PopFixture.noTime()));
        assertThat(goal(stalled, "g1").stall()).isNotNull();

        assertThat(goal(accepted(stalled.startGoal("g1")), "g1").stall()).isNull();
    }

    @Test
    void days_that_cannot_be_are_refused() {
        assertThat(refusal(started().setGoal("g1", PopFixture.aGoal(), null, TODAY.plusYears(1))))
                .isEqualTo("target-date-past");
        Pop evaluated =
                accepted(accepted(withGoal("g1").startGoal("g1")).evaluateGoal("g1", PopFixture.note("well"), TODAY));
        assertThat(refusal(evaluated.achieveGoal("g1", TODAY.plusDays(1), TODAY)))
                .isEqualTo("date-in-future");
        assertThat(refusal(evaluated.adjustGoal("g1", PopFixture.words("Other"), TODAY.minusDays(1), TODAY)))
                .isEqualTo("target-date-past");
    }

    @Test
    void an_activity_is_completed_once() {
        Pop planned = accepted(PlanLearning.planActivity(
                withGoal("g1"), "g1", "a1", PopFixture.anActivity(ActivityMode.SHADOWING, 240)));
        Reflection learned = new Reflection("watched Piet", "heat first", null);
        Pop done = accepted(PlanLearning.completeActivity(planned, "a1", TODAY, learned, TODAY));

        assertThat(goal(done, "g1").activities().get(0).completedOn()).isEqualTo(TODAY);
        assertThat(refusal(PlanLearning.completeActivity(done, "a1", TODAY, learned, TODAY)))
                .isEqualTo("activity-already-completed");
        assertThat(refusal(PlanLearning.completeActivity(planned, "a2", TODAY, learned, TODAY)))
                .isEqualTo("activity-unknown");
        assertThat(refusal(PlanLearning.completeActivity(planned, "a1", TODAY.plusDays(1), learned, TODAY)))
                .isEqualTo("date-in-future");
    }

    @Test
    void what_is_not_in_the_plan_cannot_move() {
        assertThat(refusal(withGoal("g1").startGoal("g2"))).isEqualTo("goal-unknown");
    }
}
