package nl.klimrek.contracts.popforms;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.StringFormat;
import nl.klimrek.contracts.Topics;

/**
 * A goal was dropped, with a reason.
 *
 * @param pop id of the plan
 * @param employee person id of the owner
 * @param goal id of the goal
 * @param reason commitment of the reason
 */
@EventContract(type = "nl.klimrek.pop-forms.goal-dropped.v1", topic = Topics.POP_FORMS)
public record GoalDropped(
        String pop,
        String employee,
        String goal,
        @StringFormat(StringFormat.Kind.COMMITMENT) String reason) {}
