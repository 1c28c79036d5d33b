package nl.klimrek.learningbudgets.pot;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A kind of move, for one request or a grant, to book in one or more pots. */
public record Transfer(
        LedgerEntryType type,
        LedgerAccount from,
        LedgerAccount to,
        @Nullable String request,
        @Nullable CorrectionReason reason,
        Instant at) {

    /**
     * The ledger entry that books this move for one share.
     *
     * @param earliest time of the entry before: the clocks of two instances may differ, and the ledger's time never goes back
     */
    public LedgerEntry entry(long number, Share share, Instant earliest) {
        Instant time = at.isBefore(earliest) ? earliest : at;
        return new LedgerEntry(number, time, type, share.pot(), from, to, share.amount(), request, reason);
    }

    public static Transfer grant(Instant at) {
        return plain(LedgerEntryType.GRANTED, LedgerAccount.FUNDING, LedgerAccount.AVAILABLE, null, at);
    }

    public static Transfer reserve(String request, Instant at) {
        return plain(LedgerEntryType.RESERVED, LedgerAccount.AVAILABLE, LedgerAccount.RESERVED, request, at);
    }

    public static Transfer commit(String request, Instant at) {
        return plain(LedgerEntryType.COMMITTED, LedgerAccount.RESERVED, LedgerAccount.COMMITTED, request, at);
    }

    public static Transfer spend(String request, Instant at) {
        return plain(LedgerEntryType.SPENT, LedgerAccount.COMMITTED, LedgerAccount.SPENT, request, at);
    }

    public static Transfer release(String request, LedgerAccount heldIn, Instant at) {
        return plain(LedgerEntryType.RELEASED, heldIn, LedgerAccount.AVAILABLE, request, at);
    }

    public static Transfer expire(Instant at) {
        return plain(LedgerEntryType.EXPIRED, LedgerAccount.AVAILABLE, LedgerAccount.EXPIRED, null, at);
    }

    /** Out of the pot of last year. */
    public static Transfer carryOut(Instant at) {
        return plain(LedgerEntryType.CARRIED_OVER, LedgerAccount.AVAILABLE, LedgerAccount.CARRIED_OVER, null, at);
    }

    /** Into the pot of this year. */
    public static Transfer carryIn(Instant at) {
        return plain(LedgerEntryType.CARRIED_OVER, LedgerAccount.FUNDING, LedgerAccount.AVAILABLE, null, at);
    }

    /** A correction between two accounts of a pot. */
    public static Transfer correct(
            LedgerAccount from, LedgerAccount to, CorrectionReason reason, @Nullable String request, Instant at) {
        return new Transfer(LedgerEntryType.CORRECTED, from, to, request, reason, at);
    }

    private static Transfer plain(
            LedgerEntryType type, LedgerAccount from, LedgerAccount to, @Nullable String request, Instant at) {
        return new Transfer(type, from, to, request, null, at);
    }
}
