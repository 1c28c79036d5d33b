package nl.klimrek.contracts.popforms;

import java.time.LocalDate;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * The owner reached a milestone of a goal.
 *
 * @param pop id of the plan
 * @param employee person id of the owner
 * @param goal id of the goal
 * @param milestone id of the milestone
 * @param reachedOn day it was reached
 */
@EventContract(type = "nl.klimrek.pop-forms.milestone-reached.v1", topic = Topics.POP_FORMS)
public record MilestoneReached(String pop, String employee, String goal, String milestone, LocalDate reachedOn) {}
