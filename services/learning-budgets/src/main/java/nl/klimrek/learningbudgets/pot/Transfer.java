package nl.klimrek.learningbudgets.pot;

import java.time.Instant;

/** A kind of move, for one request or none, that is made in one pot after the other. */
public record Transfer(LedgerEntryType type, LedgerAccount from, LedgerAccount to, String request, Instant at) {

    public LedgerEntry of(long number, Share share) {
        return new LedgerEntry(number, at, type, share.pot(), from, to, share.amount(), request);
    }

    public static Transfer granting(Instant at) {
        return new Transfer(LedgerEntryType.GRANTED, LedgerAccount.FUNDING, LedgerAccount.AVAILABLE, null, at);
    }

    public static Transfer reserving(String request, Instant at) {
        return new Transfer(LedgerEntryType.RESERVED, LedgerAccount.AVAILABLE, LedgerAccount.RESERVED, request, at);
    }

    public static Transfer committing(String request, Instant at) {
        return new Transfer(LedgerEntryType.COMMITTED, LedgerAccount.RESERVED, LedgerAccount.COMMITTED, request, at);
    }

    public static Transfer spending(String request, Instant at) {
        return new Transfer(LedgerEntryType.SPENT, LedgerAccount.COMMITTED, LedgerAccount.SPENT, request, at);
    }

    public static Transfer releasing(String request, LedgerAccount heldIn, Instant at) {
        return new Transfer(LedgerEntryType.RELEASED, heldIn, LedgerAccount.AVAILABLE, request, at);
    }
}
