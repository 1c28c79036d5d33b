package nl.klimrek.contracts.popforms;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * Somebody began acting on a goal.
 *
 * @param pop id of the plan
 * @param employee person id of the owner
 * @param goal id of the goal
 */
@EventContract(type = "nl.klimrek.pop-forms.goal-started.v1", topic = Topics.POP_FORMS)
public record GoalStarted(String pop, String employee, String goal) {}
