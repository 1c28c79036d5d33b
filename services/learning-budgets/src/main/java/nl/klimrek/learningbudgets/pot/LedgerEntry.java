package nl.klimrek.learningbudgets.pot;

import java.time.Instant;

/**
 * One move within a pot; written once, never changed.
 *
 * @param number place in the account's ledger, from 1
 * @param at when it was written
 * @param type why it moved
 * @param pot id of the pot it moved in
 * @param from where it came from
 * @param to where it went
 * @param amount more than nothing
 * @param request id of the request it moved for; null for a grant
 */
public record LedgerEntry(
        long number,
        Instant at,
        LedgerEntryType type,
        String pot,
        LedgerAccount from,
        LedgerAccount to,
        Amount amount,
        String request) {

    public LedgerEntry {
        if (from == to || amount.nothing()) {
            throw new IllegalArgumentException("a ledger entry moves something somewhere");
        }
    }
}
