package nl.klimrek.contracts.popforms;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * Somebody withdrew the goal that they had proposed.
 *
 * @param employee person id of whom it was proposed to
 * @param goal id of the proposed goal
 * @param proposer person id of who proposed it
 */
@EventContract(type = "nl.klimrek.pop-forms.goal-proposal-withdrawn.v1", topic = Topics.POP_FORMS)
public record GoalProposalWithdrawn(String employee, String goal, String proposer) {}
