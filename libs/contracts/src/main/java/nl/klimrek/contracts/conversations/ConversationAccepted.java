package nl.klimrek.contracts.conversations;

import java.time.Instant;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * The proposed slot was accepted.
 *
 * @param conversation id of the conversation
 * @param employee person id of the employee
 * @param counterpart person id of the one the employee talks with
 * @param by who accepts
 * @param slotStart start of the slot
 * @param slotEnd end of the slot
 * @param preparationDays days before the conversation from which both sides are asked to prepare (may be null)
 */
@EventContract(type = "nl.klimrek.conversations.conversation-accepted.v1", topic = Topics.CONVERSATIONS)
public record ConversationAccepted(
        String conversation,
        String employee,
        String counterpart,
        Side by,
        Instant slotStart,
        Instant slotEnd,
        @Nullable Integer preparationDays) {

    /** One that is prepared as usual. */
    public ConversationAccepted(
            String conversation, String employee, String counterpart, Side by, Instant slotStart, Instant slotEnd) {
        this(conversation, employee, counterpart, by, slotStart, slotEnd, null);
    }
}
