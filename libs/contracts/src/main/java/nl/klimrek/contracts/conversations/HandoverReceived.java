package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * The new manager read the packet.
 *
 * @param handover id of the hand-over
 * @param employee person id of the employee
 * @param counterpart person id of the new manager
 */
@EventContract(type = "nl.klimrek.conversations.handover-received.v1", topic = Topics.CONVERSATIONS)
public record HandoverReceived(String handover, String employee, String counterpart) {}
