package nl.klimrek.contracts.popforms;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.StringFormat;
import nl.klimrek.contracts.Topics;

/**
 * A goal was evaluated.
 *
 * @param pop id of the plan
 * @param employee person id of the owner
 * @param goal id of the goal
 * @param content commitment of the evaluation
 */
@EventContract(type = "nl.klimrek.pop-forms.goal-evaluated.v1", topic = Topics.POP_FORMS)
public record GoalEvaluated(
        String pop,
        String employee,
        String goal,
        @StringFormat(StringFormat.Kind.COMMITMENT) String content) {}
