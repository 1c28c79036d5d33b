package nl.klimrek.learningbudgets.pot;

import java.util.Collection;
import nl.klimrek.contracts.learningbudgets.BudgetUnit;

/**
 * How a pot stands. Two things hold of every balance, or it can not be built: no part is below zero (no {@link Amount}
 * is), and what was granted is what is available, reserved, committed and spent together.
 */
public record PotBalance(Amount granted, Amount available, Amount reserved, Amount committed, Amount spent) {

    public PotBalance {
        if (!granted.equals(available.plus(reserved).plus(committed).plus(spent))) {
            throw new IllegalArgumentException("debit and credit differ");
        }
    }

    /** A pot nothing was granted into yet. */
    public static PotBalance empty(BudgetUnit unit) {
        Amount none = Amount.none(unit);
        return new PotBalance(none, none, none, none, none);
    }

    /** The balance these entries of one pot lead to; what is stored beside a ledger must equal it. */
    public static PotBalance of(BudgetUnit unit, Collection<LedgerEntry> entries) {
        PotBalance balance = empty(unit);
        for (LedgerEntry entry : entries) {
            balance = balance.after(entry);
        }
        return balance;
    }

    /** @throws IllegalArgumentException when the entry takes more from an account than it holds */
    public PotBalance after(LedgerEntry entry) {
        return new PotBalance(
                entry.from() == LedgerAccount.FUNDING ? granted.plus(entry.amount()) : granted,
                moved(LedgerAccount.AVAILABLE, available, entry),
                moved(LedgerAccount.RESERVED, reserved, entry),
                moved(LedgerAccount.COMMITTED, committed, entry),
                moved(LedgerAccount.SPENT, spent, entry));
    }

    private static Amount moved(LedgerAccount account, Amount held, LedgerEntry entry) {
        if (entry.to() == account) {
            return held.plus(entry.amount());
        }
        return entry.from() == account ? held.minus(entry.amount()) : held;
    }
}
