package nl.klimrek.contracts.conversations;

import java.time.Instant;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * Another slot was proposed.
 *
 * @param conversation id of the conversation
 * @param employee person id of the employee
 * @param counterpart person id of the one the employee talks with
 * @param by who proposes
 * @param slotStart start of the new slot
 * @param slotEnd end of the new slot
 */
@EventContract(type = "nl.klimrek.conversations.conversation-rescheduled.v1", topic = Topics.CONVERSATIONS)
public record ConversationRescheduled(
        String conversation, String employee, String counterpart, Side by, Instant slotStart, Instant slotEnd) {}
