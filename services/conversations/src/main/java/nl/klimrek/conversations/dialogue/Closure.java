package nl.klimrek.conversations.dialogue;

import nl.klimrek.contracts.conversations.CancelReason;
import nl.klimrek.contracts.conversations.Outcome;
import nl.klimrek.conversations.dialogue.text.Words;

/**
 * How it ended.
 *
 * @param outcome of a closed conversation; null for a cancelled one
 * @param cancelled why it was cancelled; null for a closed one
 * @param words reason of a no-action or of whoever cancelled; may be null
 */
public record Closure(Outcome outcome, CancelReason cancelled, Words words) {

    /** Closed: with what was agreed, or with the reason why nothing was; {@code noAction} may be null. */
    static Closure closed(Words noAction) {
        return new Closure(noAction == null ? Outcome.AGREEMENTS : Outcome.NO_ACTION, null, noAction);
    }
}
