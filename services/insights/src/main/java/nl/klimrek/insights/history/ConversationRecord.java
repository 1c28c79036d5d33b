package nl.klimrek.insights.history;

import java.time.Instant;
import nl.klimrek.contracts.conversations.ConversationType;
import org.jspecify.annotations.Nullable;

/**
 * One conversation of an employee.
 *
 * @param type what it is for; null for a type newer than this code
 * @param heldAt when it took place; null while it did not
 */
public record ConversationRecord(
        @Nullable ConversationType type, @Nullable Instant heldAt) {
    boolean heldBetween(Instant since, Instant now) {
        return heldAt != null && !heldAt.isBefore(since) && !heldAt.isAfter(now);
    }
}
