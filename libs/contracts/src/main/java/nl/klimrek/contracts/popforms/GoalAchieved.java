package nl.klimrek.contracts.popforms;

import java.time.LocalDate;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * A goal was achieved.
 *
 * @param pop id of the plan
 * @param employee person id of the owner
 * @param goal id of the goal
 * @param achievedOn day it was achieved
 */
@EventContract(type = "nl.klimrek.pop-forms.goal-achieved.v1", topic = Topics.POP_FORMS)
public record GoalAchieved(String pop, String employee, String goal, LocalDate achievedOn) {}
