package nl.klimrek.learningbudgets.pot;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One move within a pot. An entry is written once and never changed; a mistake is corrected by a counter-entry.
 *
 * @param number place in the account's ledger, from 1, without gaps
 * @param at time of writing, never before that of the entry before
 * @param type reason for the move
 * @param pot id of the pot
 * @param from account it is taken from
 * @param to account it is added to
 * @param amount above zero
 * @param request id of the request; null for a grant
 * @param reason why it corrects; null unless {@code type} is {@code CORRECTED}
 */
public record LedgerEntry(
        long number,
        Instant at,
        LedgerEntryType type,
        String pot,
        LedgerAccount from,
        LedgerAccount to,
        Amount amount,
        @Nullable String request,
        @Nullable CorrectionReason reason) {

    public LedgerEntry {
        if (from == to || amount.equalsZero()) {
            throw new IllegalArgumentException("a ledger entry moves an amount between two accounts");
        }
        if ((type == LedgerEntryType.CORRECTED) != (reason != null)) {
            throw new IllegalArgumentException("a correction, and only a correction, says why");
        }
    }
}
