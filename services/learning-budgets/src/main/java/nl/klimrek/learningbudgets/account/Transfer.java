package nl.klimrek.learningbudgets.account;

import java.time.Instant;
import nl.klimrek.learningbudgets.ledger.EntryType;
import nl.klimrek.learningbudgets.ledger.LedgerAccount;
import nl.klimrek.learningbudgets.ledger.LedgerEntry;

/** A kind of move, for one request or none, that is made in one pot after the other. */
record Transfer(EntryType type, LedgerAccount from, LedgerAccount to, String request, Instant at) {

    LedgerEntry of(long number, Share share) {
        return new LedgerEntry(number, at, type, share.pot(), from, to, share.amount(), request);
    }

    static Transfer granting(Instant at) {
        return new Transfer(EntryType.GRANTED, LedgerAccount.FUNDING, LedgerAccount.AVAILABLE, null, at);
    }

    static Transfer reserving(BudgetRequest request, Instant at) {
        return new Transfer(EntryType.RESERVED, LedgerAccount.AVAILABLE, LedgerAccount.RESERVED, request.id(), at);
    }

    static Transfer committing(BudgetRequest request, Instant at) {
        return new Transfer(EntryType.COMMITTED, LedgerAccount.RESERVED, LedgerAccount.COMMITTED, request.id(), at);
    }

    static Transfer spending(BudgetRequest request, Instant at) {
        return new Transfer(EntryType.SPENT, LedgerAccount.COMMITTED, LedgerAccount.SPENT, request.id(), at);
    }

    static Transfer releasing(BudgetRequest request, LedgerAccount heldIn, Instant at) {
        return new Transfer(EntryType.RELEASED, heldIn, LedgerAccount.AVAILABLE, request.id(), at);
    }
}
