package nl.klimrek.learningbudgets.pot;

import java.util.Collection;
import nl.klimrek.contracts.learningbudgets.BudgetUnit;

/**
 * The balance of a pot.
 *
 * <p>Two rules hold for every balance, or it cannot be built. No part is below zero, because no {@link Amount} is. The
 * granted amount equals the available, reserved, committed and spent amounts together.
 */
public record PotBalance(Amount granted, Amount available, Amount reserved, Amount committed, Amount spent) {

    public PotBalance {
        if (!granted.equals(available.plus(reserved).plus(committed).plus(spent))) {
            throw new IllegalArgumentException("debit and credit differ");
        }
    }

    /** The balance of a pot without a grant. */
    public static PotBalance empty(BudgetUnit unit) {
        Amount zero = Amount.zero(unit);
        return new PotBalance(zero, zero, zero, zero, zero);
    }

    /** The balance that results from all entries of one pot. A stored balance must equal it. */
    public static PotBalance of(BudgetUnit unit, Collection<LedgerEntry> entries) {
        PotBalance balance = empty(unit);
        for (LedgerEntry entry : entries) {
            balance = balance.after(entry);
        }
        return balance;
    }

    /**
     * The balance after an entry.
     *
     * @throws IllegalArgumentException when the entry moves more out of an account than it holds
     */
    public PotBalance after(LedgerEntry entry) {
        return new PotBalance(
                entry.from() == LedgerAccount.FUNDING ? granted.plus(entry.amount()) : granted,
                after(entry, LedgerAccount.AVAILABLE, available),
                after(entry, LedgerAccount.RESERVED, reserved),
                after(entry, LedgerAccount.COMMITTED, committed),
                after(entry, LedgerAccount.SPENT, spent));
    }

    private static Amount after(LedgerEntry entry, LedgerAccount account, Amount held) {
        if (entry.to() == account) {
            return held.plus(entry.amount());
        }
        return entry.from() == account ? held.minus(entry.amount()) : held;
    }
}
