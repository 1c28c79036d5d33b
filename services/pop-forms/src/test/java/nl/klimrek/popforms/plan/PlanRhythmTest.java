package nl.klimrek.popforms.plan;

import static nl.klimrek.popforms.plan.PopFixture.ANNA;
import static nl.klimrek.popforms.plan.PopFixture.TODAY;
import static nl.klimrek.popforms.plan.PopFixture.accepted;
import static nl.klimrek.popforms.plan.PopFixture.facts;
import static nl.klimrek.popforms.plan.PopFixture.goal;
import static nl.klimrek.popforms.plan.PopFixture.refusal;
import static nl.klimrek.popforms.plan.PopFixture.withGoal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import nl.klimrek.contracts.popforms.ActivityMode;
import nl.klimrek.contracts.popforms.Barrier;
import nl.klimrek.contracts.popforms.Factor;
import nl.klimrek.contracts.popforms.GoalStalled;
import nl.klimrek.contracts.popforms.PopRhythmChanged;
import nl.klimrek.eventing.Decision;
import nl.klimrek.popforms.goal.GoalState;
import nl.klimrek.popforms.goal.Stall;
import org.junit.jupiter.api.Test;

class PlanRhythmTest {

    private static final LocalDate QUIET = TODAY.plusWeeks(PlanRhythm.USUAL_WEEKS);

    @Test
    void a_goal_is_stalled_after_the_plan_s_own_number_of_quiet_weeks_and_not_a_day_earlier() {
        Pop pop = withGoal("g1");

        assertThat(PlanRhythm.stallQuietGoals(pop, QUIET.minusDays(1))).isInstanceOf(Decision.Unchanged.class);
        Decision<Pop> found = PlanRhythm.stallQuietGoals(pop, QUIET);
        assertThat(goal(accepted(found), "g1").state()).isEqualTo(GoalState.STALLED);
        assertThat(facts(found)).containsExactly(new GoalStalled(pop.id(), ANNA, "g1", List.of(), null));
        assertThat(accepted(found).version()).isEqualTo(pop.version());
        assertThat(PlanRhythm.stallQuietGoals(accepted(found), QUIET.plusYears(1)))
                .isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void whatever_the_owner_does_with_a_goal_begins_the_count_again() {
        Pop pop = withGoal("g1");
        LocalDate later = TODAY.plusWeeks(3);
        Pop acting = accepted(pop.startGoal("g1")).progressedSince(pop, later);

        assertThat(PlanRhythm.stallQuietGoals(acting, QUIET)).isInstanceOf(Decision.Unchanged.class);
        assertThat(PlanRhythm.stallQuietGoals(acting, later.plusWeeks(PlanRhythm.USUAL_WEEKS)))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void a_goal_is_not_quiet_before_what_is_planned_for_it_is_over() {
        Pop pop = withGoal("g1");
        Pop planned =
                accepted(PlanLearning.planActivity(pop, "g1", "a1", PopFixture.anActivity(ActivityMode.COURSE, 60)));
        LocalDate ends = TODAY.plusDays(14);

        assertThat(PlanRhythm.stallQuietGoals(planned, QUIET)).isInstanceOf(Decision.Unchanged.class);
        assertThat(PlanRhythm.stallQuietGoals(planned, ends.plusWeeks(PlanRhythm.USUAL_WEEKS)))
                .isInstanceOf(Decision.Accepted.class);
        Pop dropped = accepted(PlanLearning.dropActivity(planned, "a1", TODAY));
        assertThat(PlanRhythm.stallQuietGoals(dropped, QUIET)).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void another_order_of_the_goals_is_no_progress() {
        Pop pop = accepted(withGoal("g1").setGoal("g2", PopFixture.aGoal(), null, TODAY));
        Pop moved = accepted(pop.rankGoal("g2", 1)).progressedSince(pop, TODAY.plusWeeks(5));

        assertThat(facts(PlanRhythm.stallQuietGoals(moved, QUIET))).hasSize(2);
    }

    @Test
    void the_owner_chooses_the_rhythm_and_the_clock_looks_when_it_may_be_over() {
        Pop pop = withGoal("g1");
        Decision<Pop> chosen = PlanRhythm.choose(pop, 2);

        assertThat(facts(chosen)).containsExactly(new PopRhythmChanged(pop.id(), ANNA, 2));
        assertThat(PlanRhythm.choose(accepted(chosen), 2)).isInstanceOf(Decision.Unchanged.class);
        assertThat(PlanRhythm.nextLook(accepted(chosen))).isEqualTo(endOf(TODAY.plusWeeks(2)));
        assertThat(PlanRhythm.nextLook(PopFixture.started())).isNull();
        Pop stalled = accepted(PlanRhythm.stallQuietGoals(accepted(chosen), TODAY.plusWeeks(2)));
        assertThat(PlanRhythm.nextLook(stalled)).isNull();
        Pop resting = accepted(PlanRhythm.rest(accepted(chosen), TODAY.plusWeeks(9)));
        assertThat(PlanRhythm.nextLook(resting)).isEqualTo(endOf(TODAY.plusWeeks(9)));
    }

    @Test
    void the_owner_says_afterwards_what_is_in_the_way_of_a_goal_that_the_clock_found() {
        Pop found = accepted(PlanRhythm.stallQuietGoals(withGoal("g1"), QUIET));

        Decision<Pop> told = found.stallGoal("g1", noMoney(QUIET.plusDays(3)));
        assertThat(facts(told))
                .containsExactly(new GoalStalled(found.id(), ANNA, "g1", List.of(Barrier.MONEY), Factor.MOGEN));
        assertThat(goal(accepted(told), "g1").stall()).isEqualTo(noMoney(QUIET));
        assertThat(accepted(told).stallGoal("g1", noMoney(QUIET.plusDays(4)))).isInstanceOf(Decision.Unchanged.class);
        assertThat(refusal(accepted(told).stallGoal("g9", PopFixture.noTime()))).isEqualTo("goal-unknown");
    }

    private static Stall noMoney(LocalDate since) {
        return new Stall(List.of(Barrier.MONEY), Factor.MOGEN, since);
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
