package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * A conversation will not take place.
 *
 * @param conversation id of the conversation
 * @param employee person id of the employee
 * @param counterpart person id of the one the employee talks with
 * @param reason why
 */
@EventContract(type = "nl.klimrek.conversations.conversation-cancelled.v1", topic = Topics.CONVERSATIONS)
public record ConversationCancelled(String conversation, String employee, String counterpart, CancelReason reason) {}
