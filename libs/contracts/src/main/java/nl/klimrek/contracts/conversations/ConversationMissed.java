package nl.klimrek.contracts.conversations;

import java.time.LocalDate;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * A window passed without a conversation.
 *
 * @param conversation id of the conversation
 * @param employee person id of the employee
 * @param counterpart person id of the one the employee talks with
 * @param windowUntil last day of the window that passed
 */
@EventContract(type = "nl.klimrek.conversations.conversation-missed.v1", topic = Topics.CONVERSATIONS)
public record ConversationMissed(String conversation, String employee, String counterpart, LocalDate windowUntil) {}
