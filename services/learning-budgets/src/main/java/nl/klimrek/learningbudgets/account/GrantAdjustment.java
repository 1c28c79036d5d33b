package nl.klimrek.learningbudgets.account;

import java.time.Instant;
import java.time.LocalDate;
import nl.klimrek.contracts.learningbudgets.GrantAdjustmentReason;
import nl.klimrek.eventing.Decision;
import nl.klimrek.learningbudgets.pot.Amount;
import nl.klimrek.learningbudgets.pot.CorrectionReason;
import nl.klimrek.learningbudgets.pot.Entitlement;
import nl.klimrek.learningbudgets.pot.LedgerAccount;
import nl.klimrek.learningbudgets.pot.Pot;
import nl.klimrek.learningbudgets.pot.Share;
import nl.klimrek.learningbudgets.pot.Transfer;

/**
 * Changes the grant of open pots. A grant that becomes less takes what is available; what is reserved, committed or spent above
 * it stays whole and shows as a shortfall, about which HR decides.
 */
public final class GrantAdjustment {
    private final BudgetAccount account;
    private final AccountChange change;
    private final BudgetEvents events;
    private final Instant at;

    public GrantAdjustment(BudgetAccount account, Instant at) {
        this.account = account;
        this.change = new AccountChange(account);
        this.events = new BudgetEvents(account.id(), account.employee());
        this.at = at;
    }

    /** Grants by the contract hours that hold from this day. The same change again changes nothing. */
    public Decision<BudgetAccount> hours(LocalDate from, int minutesPerWeek) {
        account.pots().stream().filter(pot -> !pot.closed()).forEach(pot -> hours(pot, from, minutesPerWeek));
        return change.decide();
    }

    private void hours(Pot pot, LocalDate from, int minutesPerWeek) {
        Entitlement before = pot.entitlement();
        if (before == null) {
            return;
        }
        Entitlement after = before.withHours(from, minutesPerWeek);
        change.save(pot.withEntitlement(after));
        if (before.total().lessThan(after.total())) {
            more(pot, after.total().minus(before.total()));
        } else if (after.total().lessThan(before.total())) {
            less(pot, before.total().minus(after.total()));
        }
    }

    private void more(Pot pot, Amount amount) {
        change.book(
                correction(LedgerAccount.FUNDING, LedgerAccount.AVAILABLE, CorrectionReason.CONTRACT_HOURS),
                new Share(pot.id(), amount));
        publish(pot, GrantAdjustmentReason.CONTRACT_HOURS);
        change.settleAvailable(pot.id(), at);
    }

    private void less(Pot pot, Amount amount) {
        Amount available = pot.balance().available();
        Amount taken = available.lessThan(amount) ? available : amount;
        take(pot, taken, LedgerAccount.AVAILABLE);
        take(pot, amount.minus(taken), LedgerAccount.SHORTFALL);
        publish(pot, GrantAdjustmentReason.CONTRACT_HOURS);
    }

    private void take(Pot pot, Amount amount, LedgerAccount from) {
        if (!amount.equalsZero()) {
            change.book(
                    correction(from, LedgerAccount.FUNDING, CorrectionReason.CONTRACT_HOURS),
                    new Share(pot.id(), amount));
        }
    }

    /** Lets the funding source pay for the shortfall of a pot. */
    public Decision<BudgetAccount> coverShortfall(String id) {
        Pot pot = account.pot(id).orElse(null);
        if (pot == null) {
            return Decision.refuse("pot-unknown");
        }
        if (pot.balance().shortfall().equalsZero()) {
            return Decision.refuse("no-shortfall");
        }
        change.book(
                correction(LedgerAccount.FUNDING, LedgerAccount.SHORTFALL, CorrectionReason.HR_COVERED),
                new Share(id, pot.balance().shortfall()));
        publish(pot, GrantAdjustmentReason.HR_DECISION);
        return change.decide();
    }

    private Transfer correction(LedgerAccount from, LedgerAccount to, CorrectionReason reason) {
        return Transfer.correct(from, to, reason, null, at);
    }

    private void publish(Pot before, GrantAdjustmentReason reason) {
        change.publish(events.adjusted(before, change.pot(before.id()), reason));
    }
}
