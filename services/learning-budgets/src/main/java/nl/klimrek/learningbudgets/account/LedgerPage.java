package nl.klimrek.learningbudgets.account;

import java.time.Instant;
import java.util.List;
import nl.klimrek.learningbudgets.pot.LedgerEntry;
import nl.klimrek.learningbudgets.pot.PotBalance;

/**
 * A document with {@link #SIZE} entries of an account's ledger, and the balances before the first of them. A page is written
 * once and never changed.
 *
 * @param account id of the account
 * @param number place among the account's pages, from 0
 * @param opening balance of each pot that had entries before this page
 * @param entries oldest first
 */
public record LedgerPage(String account, long number, List<Opening> opening, List<LedgerEntry> entries) {

    /** Entries of a page. */
    public static final int SIZE = 64;

    /** The balance of a pot before a page. */
    public record Opening(String pot, PotBalance balance) {}

    public LedgerPage {
        opening = List.copyOf(opening);
        entries = List.copyOf(entries);
    }

    /** The number of the page that has this entry. */
    public static long numberOf(long entry) {
        return (entry - 1) / SIZE;
    }

    /** The id of a page's document. */
    public static String id(String account, long number) {
        return account + ":" + number;
    }

    /** The time of its first entry. */
    public Instant from() {
        return entries.get(0).at();
    }
}
