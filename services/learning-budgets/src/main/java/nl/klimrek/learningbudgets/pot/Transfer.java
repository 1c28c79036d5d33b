package nl.klimrek.learningbudgets.pot;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A kind of move, for one request or a grant, to book in one or more pots. */
public record Transfer(
        LedgerEntryType type,
        LedgerAccount from,
        LedgerAccount to,
        @Nullable String request,
        Instant at) {

    /** The ledger entry that books this move for one share. */
    public LedgerEntry entry(long number, Share share) {
        return new LedgerEntry(number, at, type, share.pot(), from, to, share.amount(), request);
    }

    public static Transfer grant(Instant at) {
        return new Transfer(LedgerEntryType.GRANTED, LedgerAccount.FUNDING, LedgerAccount.AVAILABLE, null, at);
    }

    public static Transfer reserve(String request, Instant at) {
        return new Transfer(LedgerEntryType.RESERVED, LedgerAccount.AVAILABLE, LedgerAccount.RESERVED, request, at);
    }

    public static Transfer commit(String request, Instant at) {
        return new Transfer(LedgerEntryType.COMMITTED, LedgerAccount.RESERVED, LedgerAccount.COMMITTED, request, at);
    }

    public static Transfer spend(String request, Instant at) {
        return new Transfer(LedgerEntryType.SPENT, LedgerAccount.COMMITTED, LedgerAccount.SPENT, request, at);
    }

    public static Transfer release(String request, LedgerAccount heldIn, Instant at) {
        return new Transfer(LedgerEntryType.RELEASED, heldIn, LedgerAccount.AVAILABLE, request, at);
    }
}
