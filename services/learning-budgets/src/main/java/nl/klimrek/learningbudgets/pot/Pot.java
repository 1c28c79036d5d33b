package nl.klimrek.learningbudgets.pot;

import java.time.LocalDate;
import nl.klimrek.contracts.learningbudgets.BudgetUnit;
import nl.klimrek.contracts.learningbudgets.FundingSource;

/**
 * A person's pot for one calendar year.
 *
 * @param id unique within the account: the policy's code and the year, such as {@code hours-2026}
 * @param fundingSource who pays into it
 * @param validFrom first day of use
 * @param validUntil last day of use
 * @param autoApproveUpTo largest share that needs no person's decision, as the policy said at the grant
 * @param balance the sum of its ledger entries
 */
public record Pot(
        String id,
        FundingSource fundingSource,
        LocalDate validFrom,
        LocalDate validUntil,
        Amount autoApproveUpTo,
        PotBalance balance) {

    /** A pot that is empty until its grant is booked. */
    public static Pot open(PotGrant grant) {
        return new Pot(
                grant.pot(),
                grant.fundingSource(),
                grant.validFrom(),
                grant.validUntil(),
                grant.autoApproveUpTo(),
                PotBalance.empty(grant.amount().unit()));
    }

    public BudgetUnit unit() {
        return balance.granted().unit();
    }

    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && !day.isAfter(validUntil);
    }

    /** Whether this amount is available. */
    public boolean covers(Amount amount) {
        return !balance.available().lessThan(amount);
    }

    /** Whether a share of this size needs no person's decision. */
    public boolean autoApproves(Amount amount) {
        return !autoApproveUpTo.lessThan(amount);
    }

    public Pot after(LedgerEntry entry) {
        return new Pot(id, fundingSource, validFrom, validUntil, autoApproveUpTo, balance.after(entry));
    }
}
