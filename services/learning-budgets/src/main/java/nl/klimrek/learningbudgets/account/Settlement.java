package nl.klimrek.learningbudgets.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.klimrek.eventing.Decision;
import nl.klimrek.learningbudgets.pot.Amount;
import nl.klimrek.learningbudgets.pot.CorrectionReason;
import nl.klimrek.learningbudgets.pot.LedgerAccount;
import nl.klimrek.learningbudgets.pot.Pot;
import nl.klimrek.learningbudgets.pot.PotAmount;
import nl.klimrek.learningbudgets.pot.Share;
import nl.klimrek.learningbudgets.pot.Transfer;
import nl.klimrek.servicekit.text.PrivateText;

/** Books the receipts of one approved request, corrects them, and closes the request. */
final class Settlement {
    private final BudgetRequest request;
    private final AccountChange change;
    private final BudgetEvents events;
    private final Instant at;

    Settlement(BudgetAccount account, BudgetRequest request, Instant at) {
        this.request = request;
        this.change = new AccountChange(account);
        this.events = new BudgetEvents(account.id(), account.employee());
        this.at = at;
    }

    /** @param last whether no more receipts follow; then the rest is released and the request is closed */
    Decision<BudgetAccount> spend(List<PotAmount> cost, PrivateText text, boolean last) {
        return ExpenseRules.refusalOf(request, cost, text)
                .<Decision<BudgetAccount>>map(Decision.Refused::new)
                .orElseGet(() -> {
                    Expense receipt = new Expense(ExpenseRules.spent(request, cost), text, at);
                    BudgetRequest spent = request.with(receipt);
                    change.save(spent)
                            .book(
                                    Transfer.spend(request.id(), at),
                                    receipt.spent(),
                                    share -> events.spent(request, receipt, share));
                    return last ? close(spent) : change.decide();
                });
    }

    /** Closes the request after its last receipt, and releases the rest. */
    Decision<BudgetAccount> close() {
        if (request.status() != RequestStatus.APPROVED) {
            return Decision.refuse("request-not-approved", "status", request.status());
        }
        return request.receipts().isEmpty() ? Decision.refuse("receipts-missing") : close(request);
    }

    private Decision<BudgetAccount> close(BudgetRequest last) {
        BudgetRequest settled = last.settled();
        change.save(settled)
                .book(
                        Transfer.release(settled.id(), LedgerAccount.COMMITTED, at),
                        settled.remainder(),
                        share -> events.released(settled, share))
                .publish(events.settled(settled));
        settled.remainder().forEach(share -> change.settleAvailable(share.pot(), at));
        return change.decide();
    }

    /**
     * Replaces a wrong receipt: a counter-entry takes back all that it booked, and another entry books what it should have been.
     * While the request is open the difference stays committed; afterwards it goes back to the pot, or comes from it.
     */
    Decision<BudgetAccount> correct(int number, List<PotAmount> cost, PrivateText text) {
        if (request.status() != RequestStatus.APPROVED && request.status() != RequestStatus.SETTLED) {
            return Decision.refuse("request-not-approved", "status", request.status());
        }
        Optional<Expense> wrong = request.receipt(number);
        if (wrong.isEmpty()) {
            return Decision.refuse("receipt-unknown");
        }
        if (request.receipts().size() >= ExpenseRules.MAX_RECEIPTS) {
            return Decision.refuse("receipts-full", "most", ExpenseRules.MAX_RECEIPTS);
        }
        Optional<Decision<BudgetAccount>> refusal =
                ExpenseRules.refusalOf(request, cost, wrong.get().spent()).map(Decision.Refused::new);
        return refusal.orElseGet(() -> correct(number, wrong.get(), cost, text));
    }

    private Decision<BudgetAccount> correct(int number, Expense wrong, List<PotAmount> cost, PrivateText text) {
        Expense right = new Expense(ExpenseRules.spent(request, cost), text, at, number);
        change.save(request.with(right));
        boolean changed = false;
        for (Share share : request.shares()) {
            Amount before = ExpenseRules.amountOf(wrong.spent(), share);
            Amount after = ExpenseRules.amountOf(right.spent(), share);
            if (!before.equals(after)) {
                Optional<Decision<BudgetAccount>> refusal = lacking(share.pot(), before, after);
                if (refusal.isPresent()) {
                    return refusal.get();
                }
                correct(share.pot(), before, after);
                change.publish(events.corrected(request, right, share.pot(), before, after))
                        .settleAvailable(share.pot(), at);
                changed = true;
            }
        }
        return changed ? change.decide() : Decision.refuse("correction-same");
    }

    private Optional<Decision<BudgetAccount>> lacking(String id, Amount before, Amount after) {
        Pot pot = change.pot(id);
        Amount most = pot.balance().available().plus(before);
        return counterpart() == LedgerAccount.COMMITTED || !most.lessThan(after)
                ? Optional.empty()
                : Optional.of(Decision.refuse(
                        "budget-insufficient",
                        "pot",
                        id,
                        "unit",
                        pot.unit(),
                        "available",
                        most.minorUnits(),
                        "asked",
                        after.minorUnits()));
    }

    private void correct(String pot, Amount before, Amount after) {
        LedgerAccount other = counterpart();
        if (!before.equalsZero()) {
            change.book(correction(LedgerAccount.SPENT, other), new Share(pot, before));
        }
        if (!after.equalsZero()) {
            change.book(correction(other, LedgerAccount.SPENT), new Share(pot, after));
        }
    }

    private Transfer correction(LedgerAccount from, LedgerAccount to) {
        return Transfer.correct(from, to, CorrectionReason.RECEIPT, request.id(), at);
    }

    private LedgerAccount counterpart() {
        return request.status() == RequestStatus.APPROVED ? LedgerAccount.COMMITTED : LedgerAccount.AVAILABLE;
    }
}
