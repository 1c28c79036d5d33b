package nl.klimrek.contracts.popforms;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Minimum;
import nl.klimrek.contracts.Topics;

/**
 * The owner gave a goal another place in their own order.
 *
 * @param pop id of the plan
 * @param employee person id of the owner
 * @param goal id of the goal
 * @param rank place in the owner's own order, from 1
 */
@EventContract(type = "nl.klimrek.pop-forms.goal-ranked.v1", topic = Topics.POP_FORMS)
public record GoalRanked(
        String pop,
        String employee,
        String goal,
        @Minimum(1) int rank) {}
