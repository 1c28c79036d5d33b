package nl.klimrek.contracts.popforms;

import java.time.LocalDate;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.StringFormat;
import nl.klimrek.contracts.Topics;

/**
 * A goal was adjusted after evaluation.
 *
 * @param pop id of the plan
 * @param employee person id of the owner
 * @param goal id of the goal
 * @param targetDate day it should be reached
 * @param content commitment of its words
 */
@EventContract(type = "nl.klimrek.pop-forms.goal-adjusted.v1", topic = Topics.POP_FORMS)
public record GoalAdjusted(
        String pop,
        String employee,
        String goal,
        LocalDate targetDate,
        @StringFormat(StringFormat.Kind.COMMITMENT) String content) {}
