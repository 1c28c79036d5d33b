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
import org.jspecify.annotations.Nullable;

/**
 * Collects one change of an account: ledger entries, requests and the events to publish. The account itself stays as it
 * is; {@link #decide} returns the next one.
 */
final class AccountChange {

    private final BudgetAccount before;
    private final List<Pot> pots;
    private final List<LedgerEntry> ledger;
    private final List<BudgetRequest> requests;
    private final List<Record> events = new ArrayList<>();
    private boolean ownerLeft;
    private @Nullable LocalDate lastReportedQuarter;

    AccountChange(BudgetAccount before) {
        this.before = before;
        this.pots = new ArrayList<>(before.pots());
        this.ledger = new ArrayList<>(before.ledger());
        this.requests = new ArrayList<>(before.requests());
        this.ownerLeft = before.ownerLeft();
        this.lastReportedQuarter = before.lastReportedQuarter();
    }

    AccountChange ownerLeft(boolean left) {
        ownerLeft = left;
        return this;
    }

    AccountChange lastReportedQuarter(LocalDate lastDay) {
        lastReportedQuarter = lastDay;
        return this;
    }

    AccountChange publish(Record event) {
        events.add(event);
        return this;
    }

    AccountChange open(Pot pot, Record event) {
        pots.add(pot);
        return publish(event);
    }

    /** Adds the request, or replaces its earlier state. */
    AccountChange save(BudgetRequest request) {
        requests.replaceAll(old -> old.id().equals(request.id()) ? request : old);
        if (!requests.contains(request)) {
            requests.add(request);
        }
        return this;
    }

    AccountChange save(BudgetRequest request, Record event) {
        return publish(event).save(request);
    }

    /** Books one ledger entry per share. */
    AccountChange book(Transfer transfer, List<Share> shares, Function<Share, Record> event) {
        for (Share share : shares) {
            LedgerEntry entry = transfer.entry(ledger.size() + 1L, share);
            pots.replaceAll(pot -> pot.id().equals(entry.pot()) ? pot.after(entry) : pot);
            ledger.add(entry);
            publish(event.apply(share));
        }
        return this;
    }

    Decision<BudgetAccount> decide() {
        BudgetAccount after = new BudgetAccount(
                before.id(), before.employee(), ownerLeft, pots, ledger, requests, lastReportedQuarter);
        return after.equals(before) ? Decision.unchanged() : Decision.accept(after, events);
    }
}
