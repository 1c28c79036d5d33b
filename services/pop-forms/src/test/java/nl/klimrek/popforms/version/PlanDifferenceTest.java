package nl.klimrek.popforms.version;

import static nl.klimrek.popforms.plan.PopFixture.TODAY;
import static nl.klimrek.popforms.plan.PopFixture.aGoal;
import static nl.klimrek.popforms.plan.PopFixture.aPrivateGoal;
import static nl.klimrek.popforms.plan.PopFixture.accepted;
import static nl.klimrek.popforms.plan.PopFixture.anActivity;
import static nl.klimrek.popforms.plan.PopFixture.note;
import static nl.klimrek.popforms.plan.PopFixture.withGoal;
import static nl.klimrek.popforms.plan.PopFixture.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.klimrek.contracts.popforms.ActivityMode;
import nl.klimrek.popforms.plan.PlanContent;
import nl.klimrek.popforms.plan.PlanLearning;
import nl.klimrek.popforms.plan.Pop;
import nl.klimrek.popforms.plan.Portrait;
import nl.klimrek.popforms.version.Change.FieldChange;
import nl.klimrek.popforms.version.Change.Kind;
import org.junit.jupiter.api.Test;

class PlanDifferenceTest {

    private final Pop before = withGoal("g-1");

    @Test
    void a_plan_does_not_differ_from_itself() {
        assertThat(difference(before).isEmpty()).isTrue();
    }

    @Test
    void an_answer_that_changed_is_shown_before_and_after() {
        Pop after = accepted(before.describe(Portrait.of("rust", null, null, null, null, null, null)));
        assertThat(difference(after).answers()).containsExactly(new FieldChange("motives", null, "rust"));
    }

    @Test
    void a_goal_is_added_changed_field_by_field_or_gone() {
        Pop added = accepted(before.setGoal("g-2", aGoal(), null, TODAY));
        assertThat(difference(added).goals())
                .containsExactly(new Change("g-2", Kind.ADDED, "Learn to weld", List.of(), List.of()));
        assertThat(PlanDifference.between(PlanContent.of(added), PlanContent.of(before))
                        .goals())
                .extracting(Change::kind)
                .containsExactly(Kind.REMOVED);
        Pop dropped = accepted(before.dropGoal("g-1", note("no")));
        assertThat(difference(dropped).goals().get(0).fields())
                .containsExactly(new FieldChange("state", "SET", "DROPPED"));
        Pop acting = accepted(accepted(before.startGoal("g-1")).evaluateGoal("g-1", note("fine"), TODAY));
        Pop adjusted = accepted(acting.adjustGoal("g-1", words("Weld alone"), TODAY.plusMonths(9), TODAY));
        assertThat(difference(adjusted).goals().get(0).fields())
                .extracting(FieldChange::field)
                .containsExactly("title", "targetDate", "state");
    }

    @Test
    void an_activity_of_a_goal_is_compared_within_its_goal() {
        Pop planned = accepted(PlanLearning.planActivity(before, "g-1", "a-1", anActivity(ActivityMode.COURSE, 60)));
        Change goal = difference(planned).goals().get(0);
        assertThat(goal.fields()).isEmpty();
        assertThat(goal.activities())
                .containsExactly(new Change("a-1", Kind.ADDED, "with the night shift", List.of(), List.of()));
    }

    @Test
    void of_private_goals_only_their_number_is_known() {
        Pop after = accepted(before.setGoal("g-2", aPrivateGoal(), null, TODAY));
        PlanDifference difference = difference(after);
        assertThat(difference.goals()).isEmpty();
        assertThat(difference.privateGoalsBefore() + " " + difference.privateGoalsAfter())
                .isEqualTo("0 1");
        assertThat(PlanContent.of(after).toString()).doesNotContain("Something of my own");
    }

    private PlanDifference difference(Pop after) {
        return PlanDifference.between(PlanContent.of(before), PlanContent.of(after));
    }
}
