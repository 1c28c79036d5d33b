package nl.klimrek.contracts.popforms;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * An employee declined a proposed goal.
 *
 * @param employee person id of whom it was proposed to
 * @param goal id of the proposed goal
 * @param proposer person id of who proposed it
 */
@EventContract(type = "nl.klimrek.pop-forms.goal-proposal-declined.v1", topic = Topics.POP_FORMS)
public record GoalProposalDeclined(String employee, String goal, String proposer) {}
