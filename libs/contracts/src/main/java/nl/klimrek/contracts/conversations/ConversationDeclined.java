package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.StringFormat;
import nl.klimrek.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * A slot was declined; the conversation is back in its window.
 *
 * @param conversation id of the conversation
 * @param employee person id of the employee
 * @param counterpart person id of the one the employee talks with
 * @param by who declines
 * @param reason commitment of the reason, where one was given (may be null)
 */
@EventContract(type = "nl.klimrek.conversations.conversation-declined.v1", topic = Topics.CONVERSATIONS)
public record ConversationDeclined(
        String conversation,
        String employee,
        String counterpart,
        Side by,

        @StringFormat(StringFormat.Kind.COMMITMENT) @Nullable
        String reason) {}
