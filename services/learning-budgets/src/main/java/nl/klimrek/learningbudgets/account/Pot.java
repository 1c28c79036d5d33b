package nl.klimrek.learningbudgets.account;

import java.time.LocalDate;
import nl.klimrek.contracts.learningbudgets.BudgetUnit;
import nl.klimrek.contracts.learningbudgets.FundingSource;
import nl.klimrek.learningbudgets.amount.Amount;
import nl.klimrek.learningbudgets.ledger.Balance;
import nl.klimrek.learningbudgets.ledger.LedgerEntry;

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
        Balance balance) {

    static Pot opened(PotGrant grant) {
        return new Pot(
                grant.pot(),
                grant.fundingSource(),
                grant.validFrom(),
                grant.validUntil(),
                grant.autoApproveUpTo(),
                Balance.empty(grant.amount().unit()));
    }

    public BudgetUnit unit() {
        return balance.granted().unit();
    }

    boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && !day.isAfter(validUntil);
    }

    boolean covers(Amount amount) {
        return !balance.available().lessThan(amount);
    }

    boolean approvesByItself(Amount amount) {
        return !autoApproveUpTo.lessThan(amount);
    }

    Pot after(LedgerEntry entry) {
        return new Pot(id, fundingSource, validFrom, validUntil, autoApproveUpTo, balance.after(entry));
    }
}
