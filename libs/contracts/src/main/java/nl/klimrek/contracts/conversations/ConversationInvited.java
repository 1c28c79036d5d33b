package nl.klimrek.contracts.conversations;

import java.time.Instant;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * A slot was proposed.
 *
 * @param conversation id of the conversation
 * @param employee person id of the employee
 * @param counterpart person id of the one the employee talks with
 * @param by who proposes
 * @param slotStart start of the slot
 * @param slotEnd end of the slot
 */
@EventContract(type = "nl.klimrek.conversations.conversation-invited.v1", topic = Topics.CONVERSATIONS)
public record ConversationInvited(
        String conversation, String employee, String counterpart, Side by, Instant slotStart, Instant slotEnd) {}
