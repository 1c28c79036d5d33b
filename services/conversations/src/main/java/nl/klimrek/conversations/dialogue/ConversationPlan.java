package nl.klimrek.conversations.dialogue;

import java.time.Period;
import nl.klimrek.contracts.conversations.ConversationReason;
import nl.klimrek.contracts.conversations.ConversationType;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation is for and why it is there; never changes.
 *
 * @param conversation id of the conversation
 * @param type what it is for
 * @param reason why it was planned
 * @param cycle cycle it belongs to; null outside one
 * @param run planning run that made it; null outside one
 * @param template template of questions its policy names, with its version; null for the usual one
 * @param preparation how long before it both are asked to prepare, in days; null where its policy does not say
 */
public record ConversationPlan(
        String conversation,
        ConversationType type,
        ConversationReason reason,
        @Nullable String cycle,
        @Nullable String run,
        @Nullable String template,
        @Nullable Period preparation) {

    /** One that is prepared with the usual questions. */
    public ConversationPlan(
            String conversation,
            ConversationType type,
            ConversationReason reason,
            @Nullable String cycle,
            @Nullable String run) {
        this(conversation, type, reason, cycle, run, null, null);
    }
}
