package nl.klimrek.contracts.conversations;

import java.time.LocalDate;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * A conversation should happen within a window.
 *
 * @param conversation id of the conversation
 * @param employee person id of the employee
 * @param counterpart person id of the one the employee talks with
 * @param type what it is for
 * @param reason why it is planned
 * @param cycle cycle it belongs to (may be null)
 * @param windowFrom first day of the window
 * @param windowUntil last day of the window
 */
@EventContract(type = "nl.klimrek.conversations.conversation-planned.v1", topic = Topics.CONVERSATIONS)
public record ConversationPlanned(
        String conversation,
        String employee,
        String counterpart,
        ConversationType type,
        ConversationReason reason,
        @Nullable String cycle,
        LocalDate windowFrom,
        LocalDate windowUntil) {}
