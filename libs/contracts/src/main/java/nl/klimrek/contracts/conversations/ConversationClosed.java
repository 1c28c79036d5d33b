package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.StringFormat;
import nl.klimrek.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * A conversation closed, with agreements or a reasoned no-action.
 *
 * @param conversation id of the conversation
 * @param employee person id of the employee
 * @param counterpart person id of the one the employee talks with
 * @param outcome how it closed
 * @param agreements agreements made
 * @param reason commitment of the no-action reason (may be null)
 */
@EventContract(type = "nl.klimrek.conversations.conversation-closed.v1", topic = Topics.CONVERSATIONS)
public record ConversationClosed(
        String conversation,
        String employee,
        String counterpart,
        Outcome outcome,
        int agreements,

        @StringFormat(StringFormat.Kind.COMMITMENT) @Nullable
        String reason) {}
