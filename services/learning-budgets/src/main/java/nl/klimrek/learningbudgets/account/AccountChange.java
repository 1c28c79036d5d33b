package nl.klimrek.learningbudgets.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nl.klimrek.eventing.Decision;
import nl.klimrek.learningbudgets.pot.LedgerEntry;
import nl.klimrek.learningbudgets.pot.Pot;
import nl.klimrek.learningbudgets.pot.Share;
import nl.klimrek.learningbudgets.pot.Transfer;

/**
 * One step on an account while it is being worked out: what was said, which moves were booked, which facts tell it.
 * The account itself is untouched; {@link #done} gives the one that follows it.
 */
final class AccountChange {

    private final BudgetAccount before;
    private final List<Pot> pots;
    private final List<LedgerEntry> ledger;
    private final List<BudgetRequest> requests;
    private final List<Record> facts = new ArrayList<>();
    private boolean ownerLeft;
    private LocalDate told;

    AccountChange(BudgetAccount before) {
        this.before = before;
        this.pots = new ArrayList<>(before.pots());
        this.ledger = new ArrayList<>(before.ledger());
        this.requests = new ArrayList<>(before.requests());
        this.ownerLeft = before.ownerLeft();
        this.told = before.told();
    }

    AccountChange owner(boolean left) {
        ownerLeft = left;
        return this;
    }

    AccountChange told(LocalDate quarter) {
        told = quarter;
        return this;
    }

    AccountChange tell(Record fact) {
        facts.add(fact);
        return this;
    }

    AccountChange open(Pot pot, Record fact) {
        pots.add(pot);
        facts.add(fact);
        return this;
    }

    /** Adds the request, or puts it in the place of what it was. */
    AccountChange put(BudgetRequest request) {
        requests.replaceAll(old -> old.id().equals(request.id()) ? request : old);
        if (!requests.contains(request)) {
            requests.add(request);
        }
        return this;
    }

    AccountChange put(BudgetRequest request, Record fact) {
        facts.add(fact);
        return put(request);
    }

    /** Books one entry per share. */
    AccountChange move(Transfer transfer, List<Share> shares, Function<Share, Record> fact) {
        for (Share share : shares) {
            LedgerEntry entry = transfer.of(ledger.size() + 1L, share);
            pots.replaceAll(pot -> pot.id().equals(entry.pot()) ? pot.after(entry) : pot);
            ledger.add(entry);
            facts.add(fact.apply(share));
        }
        return this;
    }

    Decision<BudgetAccount> done() {
        BudgetAccount after =
                new BudgetAccount(before.id(), before.employee(), ownerLeft, pots, ledger, requests, told);
        return after.equals(before) ? Decision.unchanged() : Decision.accept(after, facts);
    }
}
