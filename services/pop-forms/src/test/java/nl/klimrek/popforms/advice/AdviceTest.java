package nl.klimrek.popforms.advice;

import static nl.klimrek.popforms.plan.PopFixture.TODAY;
import static nl.klimrek.popforms.plan.PopFixture.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.klimrek.contracts.popforms.ActivityMode;
import nl.klimrek.contracts.popforms.Direction;
import nl.klimrek.contracts.popforms.GoalHorizon;
import nl.klimrek.contracts.popforms.Origin;
import nl.klimrek.contracts.popforms.Purpose;
import nl.klimrek.popforms.goal.GoalAim;
import nl.klimrek.popforms.goal.GoalDraft;
import nl.klimrek.popforms.goal.GoalText;
import nl.klimrek.popforms.plan.PlanLearning;
import nl.klimrek.popforms.plan.Pop;
import nl.klimrek.popforms.plan.PopFixture;
import nl.klimrek.popforms.text.CommittedText;
import org.junit.jupiter.api.Test;

class AdviceTest {

    @Test
    void a_goal_without_measure_challenge_or_beginning_gets_the_three_hints() {
        GoalAim bare = new GoalAim(
                GoalHorizon.SHORT, Purpose.MAINTAIN, Origin.EMPLOYEE, Direction.DEEPER, TODAY, List.of(), null);
        Pop pop = with(new GoalDraft(bare, CommittedText.of(new GoalText("Keep up", null, null, null)), false));

        assertThat(GoalAdvisor.of(pop.goals(), TODAY))
                .extracting(Nudge::code)
                .containsExactly(Nudge.Code.NOT_SPECIFIC, Nudge.Code.NOT_CHALLENGING, Nudge.Code.NOT_FEASIBLE);
    }

    @Test
    void a_specific_challenging_and_feasible_goal_gets_no_hint() {
        assertThat(GoalAdvisor.of(with(PopFixture.aGoal()).goals(), TODAY)).isEmpty();
    }

    @Test
    void more_work_than_fits_before_the_day_is_not_feasible() {
        Pop pop = with(PopFixture.aGoal());
        Pop full = accepted(
                PlanLearning.planActivity(pop, "g1", "a1", PopFixture.anActivity(ActivityMode.COURSE, 100_000)));
        Pop fits = accepted(
                PlanLearning.planActivity(pop, "g1", "a1", PopFixture.anActivity(ActivityMode.COURSE, 10_000)));

        assertThat(GoalAdvisor.of(full.goals(), TODAY)).containsExactly(new Nudge(Nudge.Code.NOT_FEASIBLE, "g1"));
        assertThat(GoalAdvisor.of(fits.goals(), TODAY)).isEmpty();
    }

    @Test
    void only_long_goals_ask_for_a_quick_win_until_there_is_a_short_one() {
        Pop far = with(draft(GoalHorizon.LONG, Direction.UP));
        assertThat(GoalAdvisor.of(far.goals(), TODAY)).containsExactly(new Nudge(Nudge.Code.ADD_QUICK_WIN, null));

        Pop near = accepted(far.setGoal("g2", draft(GoalHorizon.SHORT, Direction.UP), null, TODAY));
        assertThat(GoalAdvisor.of(near.goals(), TODAY)).isEmpty();
    }

    @Test
    void what_is_over_asks_for_nothing() {
        Pop dropped = accepted(with(draft(GoalHorizon.LONG, Direction.UP)).dropGoal("g1", PopFixture.note("no")));

        assertThat(GoalAdvisor.of(dropped.goals(), TODAY)).isEmpty();
    }

    @Test
    void there_is_always_a_sideways_option() {
        assertThat(SidewaysOption.of(List.of())).isNotEmpty().allMatch(option -> option.mode() != null);
        assertThat(SidewaysOption.of(
                        with(draft(GoalHorizon.SHORT, Direction.UP)).goals()))
                .isNotEmpty();
        assertThat(SidewaysOption.of(
                        with(draft(GoalHorizon.SHORT, Direction.SIDE)).goals()))
                .containsExactly(new SidewaysOption("g1", null));
    }

    @Test
    void the_mix_follows_from_the_activities_and_forgets_dropped_goals() {
        Pop pop = with(PopFixture.aGoal());
        pop = accepted(PlanLearning.planActivity(pop, "g1", "a1", PopFixture.anActivity(ActivityMode.PROJECT, 700)));
        pop = accepted(PlanLearning.planActivity(pop, "g1", "a2", PopFixture.anActivity(ActivityMode.MENTORING, 200)));
        pop = accepted(PlanLearning.planActivity(pop, "g1", "a3", PopFixture.anActivity(ActivityMode.COURSE, 100)));

        assertThat(LearningMix.of(pop.goals())).isEqualTo(new LearningMix(700, 200, 100));
        assertThat(LearningMix.of(
                        accepted(pop.dropGoal("g1", PopFixture.note("no"))).goals()))
                .isEqualTo(new LearningMix(0, 0, 0));
    }

    private static GoalDraft draft(GoalHorizon horizon, Direction direction) {
        return new GoalDraft(PopFixture.anAim(horizon, Purpose.BROADEN, direction), PopFixture.words("Learn"), false);
    }

    private static Pop with(GoalDraft draft) {
        return accepted(PopFixture.started().setGoal("g1", draft, null, TODAY));
    }
}
