package nl.klimrek.contracts.popforms;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * The owner let a planned activity go.
 *
 * @param pop id of the plan
 * @param employee person id of the owner
 * @param goal id of the goal
 * @param activity id of the activity
 */
@EventContract(type = "nl.klimrek.pop-forms.activity-dropped.v1", topic = Topics.POP_FORMS)
public record ActivityDropped(String pop, String employee, String goal, String activity) {}
