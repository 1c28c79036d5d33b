package nl.klimrek.contracts.popforms;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.StringFormat;
import nl.klimrek.contracts.Topics;

/**
 * The owner named a small step that is worth celebrating.
 *
 * @param pop id of the plan
 * @param employee person id of the owner
 * @param goal id of the goal
 * @param milestone id of the milestone
 * @param content commitment of its words
 */
@EventContract(type = "nl.klimrek.pop-forms.milestone-set.v1", topic = Topics.POP_FORMS)
public record MilestoneSet(
        String pop,
        String employee,
        String goal,
        String milestone,
        @StringFormat(StringFormat.Kind.COMMITMENT) String content) {}
