package nl.klimrek.popforms.team;

import java.time.LocalDate;
import java.util.Map;
import nl.klimrek.popforms.goal.GoalState;
import org.jspecify.annotations.Nullable;

/**
 * One row of the team's list of plans.
 *
 * @param employee person id
 * @param pop id of the plan, whether started or not
 * @param state {@code NOT_STARTED}, or how far the current version is agreed
 * @param version version of the plan; 0 when not started
 * @param goals how many shared goals there are in each state that has any
 * @param privateGoals how many goals are private
 * @param nextTarget nearest target date of an open shared goal; null without one
 */
record TeamPopView(
        String employee,
        String pop,
        String state,
        int version,
        Map<GoalState, Integer> goals,
        int privateGoals,
        @Nullable LocalDate nextTarget) {

    static TeamPopView notStarted(String employee, String pop) {
        return new TeamPopView(employee, pop, "NOT_STARTED", 0, Map.of(), 0, null);
    }

    static TeamPopView of(PlanCard card) {
        return new TeamPopView(
                card.employee(),
                card.pop(),
                card.agreement().name(),
                card.version(),
                card.goals(),
                card.privateGoals(),
                card.nextTarget());
    }
}
