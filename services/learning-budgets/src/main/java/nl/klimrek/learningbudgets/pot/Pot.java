package nl.klimrek.learningbudgets.pot;

import java.time.LocalDate;
import nl.klimrek.contracts.learningbudgets.BudgetUnit;
import nl.klimrek.contracts.learningbudgets.FundingSource;

/**
 * One of a person's own pots.
 *
 * @param id unique within the account: the policy's code and the year, such as {@code hours-2026}
 * @param fundingSource who pays into it
 * @param validFrom first day it can be used
 * @param validUntil last day it can be used
 * @param autoApproveUpTo most that one request may take without a person deciding, as the policy said at the grant
 * @param balance how it stands; equals what its ledger entries add up to
 */
public record Pot(
        String id,
        FundingSource fundingSource,
        LocalDate validFrom,
        LocalDate validUntil,
        Amount autoApproveUpTo,
        PotBalance balance) {

    public static Pot opened(PotGrant grant) {
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

    public boolean covers(Amount amount) {
        return !balance.available().lessThan(amount);
    }

    public boolean approvesByItself(Amount amount) {
        return !autoApproveUpTo.lessThan(amount);
    }

    public Pot after(LedgerEntry entry) {
        return new Pot(id, fundingSource, validFrom, validUntil, autoApproveUpTo, balance.after(entry));
    }
}
