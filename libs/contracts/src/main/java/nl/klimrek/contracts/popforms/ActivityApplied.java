package nl.klimrek.contracts.popforms;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * The owner said whether something learned was used at work.
 *
 * @param pop id of the plan
 * @param employee person id of the owner
 * @param goal id of the goal
 * @param activity id of the activity
 * @param used whether it was used
 */
@EventContract(type = "nl.klimrek.pop-forms.activity-applied.v1", topic = Topics.POP_FORMS)
public record ActivityApplied(String pop, String employee, String goal, String activity, boolean used) {}
