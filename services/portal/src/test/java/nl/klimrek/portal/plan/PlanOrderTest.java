package nl.klimrek.portal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.klimrek.portal.plan.GoalPage.Can;
import nl.klimrek.portal.plan.PlanResponses.Goal;
import nl.klimrek.portal.plan.PlanResponses.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a goal that was dragged goes, and which steps a goal offers. */
class PlanOrderTest {
    /** Goals as they stand in the plan; a capital is a goal that is over, which the list does not show. */
    private static final Plan PLAN = plan("aBcDe");

    @ParameterizedTest
    @CsvSource({"e, 1, 1", "e, 2, 2", "e, 3, 4", "a, 1, 1", "a, 2, 3", "a, 3, 5", "c, 1, 1", "c, 9, 5", "c, 0, 1"})
    void a_place_among_the_goals_that_are_shown_is_a_rank_among_all(String moved, int position, int rank) {
        assertThat(PlanPageController.rankOf(PLAN, moved, position, 0)).isEqualTo(rank);
    }

    @Test
    void on_a_later_page_the_places_before_it_count_too() {
        assertThat(PlanPageController.rankOf(plan("abcdef"), "f", 1, 3)).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SET", "ACTING", "EVALUATED", "ADJUSTED", "STALLED"})
    void an_open_goal_can_always_be_dropped_planned_and_learned_from(String state) {
        Can can = Can.of(state, true);
        assertThat(List.of(can.drop(), can.plan(), can.learn())).containsOnly(true);
        assertThat(can.start() || can.evaluate() || can.achieve())
                .as("a way on")
                .isTrue();
    }

    @Test
    void what_was_let_go_offers_nothing_and_what_was_achieved_can_still_be_shown() {
        assertThat(Can.of("DROPPED", true)).isEqualTo(new Can(false, false, false, false, false, false, false, false));
        assertThat(Can.of("ACHIEVED", true)).isEqualTo(new Can(false, false, false, false, false, false, false, true));
    }

    private static Plan plan(String goals) {
        return new Plan(
                "pop-anna",
                null,
                Map.of(),
                Arrays.stream(goals.split("")).map(PlanOrderTest::goal).toList(),
                null,
                6,
                null);
    }

    private static Goal goal(String letter) {
        String state = letter.equals(letter.toUpperCase(java.util.Locale.ROOT)) ? "DROPPED" : "SET";
        return new Goal(
                letter, false, state, letter, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, List.of());
    }
}
