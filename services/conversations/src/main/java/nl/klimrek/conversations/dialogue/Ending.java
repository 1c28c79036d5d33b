package nl.klimrek.conversations.dialogue;

import nl.klimrek.contracts.conversations.CancelReason;
import nl.klimrek.contracts.conversations.Outcome;

/**
 * How it ended.
 *
 * @param outcome of a closed conversation; null for a cancelled one
 * @param cancelled why it was cancelled; null for a closed one
 * @param words reason of a no-action or of whoever cancelled; may be null
 */
public record Ending(Outcome outcome, CancelReason cancelled, Words words) {

    /** Closed: with what was agreed, or with the reason why nothing was; {@code noAction} may be null. */
    static Ending closed(Words noAction) {
        return new Ending(noAction == null ? Outcome.AGREEMENTS : Outcome.NO_ACTION, null, noAction);
    }
}
