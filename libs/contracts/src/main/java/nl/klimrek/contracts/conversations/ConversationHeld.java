package nl.klimrek.contracts.conversations;

import java.time.Instant;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * The conversation took place.
 *
 * @param conversation id of the conversation
 * @param employee person id of the employee
 * @param counterpart person id of the one the employee talks with
 * @param heldAt when it took place
 * @param approach derived from the questions discussed (may be null)
 * @param horizon derived from the questions discussed (may be null)
 * @param perspective derived from the questions discussed (may be null)
 */
@EventContract(type = "nl.klimrek.conversations.conversation-held.v1", topic = Topics.CONVERSATIONS)
public record ConversationHeld(
        String conversation,
        String employee,
        String counterpart,
        Instant heldAt,
        @Nullable Approach approach,
        @Nullable Horizon horizon,
        @Nullable Perspective perspective) {}
