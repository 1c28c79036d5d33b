package nl.klimrek.popforms.team;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.klimrek.eventing.Decision;
import nl.klimrek.popforms.goal.Goal;
import nl.klimrek.popforms.goal.GoalState;
import nl.klimrek.popforms.plan.AgreementProgress;
import nl.klimrek.popforms.plan.Pop;
import org.jspecify.annotations.Nullable;

/**
 * The summary of a plan, without any typed text. It counts private goals and holds nothing else about them.
 *
 * @param employee person id of the owner
 * @param pop id of the plan
 * @param seen version of the plan's document that the card shows
 * @param version version of the plan
 * @param agreement how far that version is agreed
 * @param goals how many shared goals there are in each state that has any
 * @param privateGoals how many goals are private
 * @param nextTarget nearest target date of an open shared goal; null without one
 */
public record PlanCard(
        String employee,
        String pop,
        long seen,
        int version,
        AgreementProgress agreement,
        Map<GoalState, Integer> goals,
        int privateGoals,
        @Nullable LocalDate nextTarget) {

    public PlanCard {
        goals = goals == null ? Map.of() : Map.copyOf(goals);
    }

    /** The card of a plan at this version of its document. */
    public static PlanCard of(Pop plan, long seen) {
        List<Goal> shared =
                plan.goals().stream().filter(goal -> !goal.keptPrivate()).toList();
        Map<GoalState, Integer> states = new EnumMap<>(GoalState.class);
        shared.forEach(goal -> states.merge(goal.state(), 1, Integer::sum));
        LocalDate next = shared.stream()
                .filter(goal -> goal.state().open())
                .map(goal -> goal.aim().targetDate())
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new PlanCard(
                plan.employee(),
                plan.id(),
                seen,
                plan.version(),
                plan.agreement(),
                states,
                plan.goals().size() - shared.size(),
                next);
    }

    /** Replaces an older card; a newer one stays. */
    Decision<PlanCard> replacing(@Nullable PlanCard shown) {
        return shown != null && shown.seen >= seen ? Decision.unchanged() : Decision.accept(this);
    }
}
