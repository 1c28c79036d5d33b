package nl.klimrek.learningbudgets.pot;

import java.util.Collection;
import nl.klimrek.contracts.learningbudgets.BudgetUnit;

/**
 * The balance of a pot.
 *
 * <p>Two rules hold for every balance, or it cannot be built. No part is below zero, because no {@link Amount} is. What was
 * granted and the shortfall together equal all other parts together: the trial balance is zero.
 *
 * @param expired not used before the last day
 * @param carriedOver moved to the pot of the next year
 * @param shortfall held or spent above a grant that was reduced later; nothing is available as long as there is one
 */
public record PotBalance(
        Amount granted,
        Amount available,
        Amount reserved,
        Amount committed,
        Amount spent,
        Amount expired,
        Amount carriedOver,
        Amount shortfall) {

    /** A balance that was stored without the last three parts has zero of each. */
    public PotBalance {
        Amount zero = Amount.zero(granted.unit());
        expired = expired == null ? zero : expired;
        carriedOver = carriedOver == null ? zero : carriedOver;
        shortfall = shortfall == null ? zero : shortfall;
        Amount debit = granted.plus(shortfall);
        Amount credit = available
                .plus(reserved)
                .plus(committed)
                .plus(spent)
                .plus(expired)
                .plus(carriedOver);
        if (!debit.equals(credit)) {
            throw new IllegalArgumentException("debit and credit differ");
        }
    }

    /** A balance of which nothing expired, was carried over or is short. */
    public PotBalance(Amount granted, Amount available, Amount reserved, Amount committed, Amount spent) {
        this(
                granted,
                available,
                reserved,
                committed,
                spent,
                Amount.zero(granted.unit()),
                Amount.zero(granted.unit()),
                Amount.zero(granted.unit()));
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
                afterSource(entry, LedgerAccount.FUNDING, granted),
                after(entry, LedgerAccount.AVAILABLE, available),
                after(entry, LedgerAccount.RESERVED, reserved),
                after(entry, LedgerAccount.COMMITTED, committed),
                after(entry, LedgerAccount.SPENT, spent),
                after(entry, LedgerAccount.EXPIRED, expired),
                after(entry, LedgerAccount.CARRIED_OVER, carriedOver),
                afterSource(entry, LedgerAccount.SHORTFALL, shortfall));
    }

    /** The balance before its last entry. */
    public PotBalance before(LedgerEntry last) {
        return after(new LedgerEntry(
                last.number(),
                last.at(),
                last.type(),
                last.pot(),
                last.to(),
                last.from(),
                last.amount(),
                last.request(),
                last.reason()));
    }

    /** The amount that came from a source; what goes back to it makes it less. */
    private static Amount afterSource(LedgerEntry entry, LedgerAccount source, Amount given) {
        if (entry.from() == source) {
            return given.plus(entry.amount());
        }
        return entry.to() == source ? given.minus(entry.amount()) : given;
    }

    private static Amount after(LedgerEntry entry, LedgerAccount account, Amount held) {
        if (entry.to() == account) {
            return held.plus(entry.amount());
        }
        return entry.from() == account ? held.minus(entry.amount()) : held;
    }
}
