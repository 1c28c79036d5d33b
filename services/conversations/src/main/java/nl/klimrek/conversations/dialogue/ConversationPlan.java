package nl.klimrek.conversations.dialogue;

import java.time.Period;
import nl.klimrek.contracts.conversations.ConversationReason;
import nl.klimrek.contracts.conversations.ConversationType;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation is for and why it is there. It changes only when somebody asks for a conversation that was due.
 *
 * @param conversation id of the conversation
 * @param type what it is for
 * @param reason why it was planned
 * @param cycle cycle it belongs to; null outside one
 * @param run planning run that made it; null outside one
 * @param template template of questions its policy names, with its version; null for the usual one
 * @param preparation how long before it both are asked to prepare, in days; null where its policy does not say
 * @param request command with which somebody asked for it although it was due already; null mostly
 */
public record ConversationPlan(
        String conversation,
        ConversationType type,
        ConversationReason reason,
        @Nullable String cycle,
        @Nullable String run,
        @Nullable String template,
        @Nullable Period preparation,
        @Nullable String request) {

    /** One that is prepared with the usual questions. */
    public ConversationPlan(
            String conversation,
            ConversationType type,
            ConversationReason reason,
            @Nullable String cycle,
            @Nullable String run) {
        this(conversation, type, reason, cycle, run, null, null, null);
    }

    /** The same, asked for by this command. */
    ConversationPlan askedBy(String command) {
        return new ConversationPlan(
                conversation, type, ConversationReason.ASKED, cycle, run, template, preparation, command);
    }
}
