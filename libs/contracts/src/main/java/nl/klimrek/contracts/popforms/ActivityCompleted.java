package nl.klimrek.contracts.popforms;

import java.time.LocalDate;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * A learning activity was completed.
 *
 * @param pop id of the plan
 * @param employee person id of the owner
 * @param goal id of the goal
 * @param activity id of the activity
 * @param completedOn day it was completed
 */
@EventContract(type = "nl.klimrek.pop-forms.activity-completed.v1", topic = Topics.POP_FORMS)
public record ActivityCompleted(String pop, String employee, String goal, String activity, LocalDate completedOn) {}
