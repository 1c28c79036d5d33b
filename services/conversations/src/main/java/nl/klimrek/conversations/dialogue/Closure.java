package nl.klimrek.conversations.dialogue;

import nl.klimrek.contracts.conversations.CancelReason;
import nl.klimrek.contracts.conversations.Outcome;
import nl.klimrek.servicekit.text.PrivateText;
import org.jspecify.annotations.Nullable;

/**
 * How a conversation ended.
 *
 * @param outcome of a closed conversation; null for a cancelled one
 * @param cancelled why it was cancelled; null for a closed one
 * @param words reason for taking no action, or for cancelling; may be null
 */
public record Closure(
        @Nullable Outcome outcome,
        @Nullable CancelReason cancelled,
        @Nullable PrivateText words) {

    /** Closed with agreements, or with the reason why nothing was agreed; {@code noAction} may be null. */
    static Closure closed(@Nullable PrivateText noAction) {
        return new Closure(noAction == null ? Outcome.AGREEMENTS : Outcome.NO_ACTION, null, noAction);
    }

    static Closure cancelled(CancelReason code, @Nullable PrivateText reason) {
        return new Closure(null, code, reason);
    }

    /** Whether it was cancelled because the manager left or another one came. */
    boolean becauseOfManager() {
        return cancelled == CancelReason.MANAGER_CHANGED || cancelled == CancelReason.COUNTERPART_LEFT;
    }
}
