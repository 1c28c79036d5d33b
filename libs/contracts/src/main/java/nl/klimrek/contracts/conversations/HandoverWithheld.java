package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * The employee hands over nothing but what moves by itself.
 *
 * @param handover id of the hand-over
 * @param employee person id of the employee
 * @param counterpart person id of the new manager
 */
@EventContract(type = "nl.klimrek.conversations.handover-withheld.v1", topic = Topics.CONVERSATIONS)
public record HandoverWithheld(String handover, String employee, String counterpart) {}
