package nl.klimrek.learningbudgets.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nl.klimrek.eventing.Decision;
import nl.klimrek.learningbudgets.pot.Amount;
import nl.klimrek.learningbudgets.pot.CorrectionReason;
import nl.klimrek.learningbudgets.pot.LedgerAccount;
import nl.klimrek.learningbudgets.pot.LedgerEntry;
import nl.klimrek.learningbudgets.pot.Pot;
import nl.klimrek.learningbudgets.pot.PotBalance;
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

    /** The pot as this change leaves it. */
    Pot pot(String id) {
        return pots.stream().filter(pot -> pot.id().equals(id)).findFirst().orElseThrow();
    }

    /** The pots as this change leaves them. */
    List<Pot> pots() {
        return List.copyOf(pots);
    }

    AccountChange save(Pot pot) {
        pots.replaceAll(old -> old.id().equals(pot.id()) ? pot : old);
        return this;
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
            book(transfer, share).publish(event.apply(share));
        }
        return this;
    }

    /** Books one ledger entry. */
    AccountChange book(Transfer transfer, Share share) {
        Instant earliest =
                ledger.isEmpty() ? Instant.EPOCH : ledger.get(ledger.size() - 1).at();
        LedgerEntry entry = transfer.entry(before.archived() + ledger.size() + 1L, share, earliest);
        save(pot(share.pot()).after(entry));
        ledger.add(entry);
        return this;
    }

    /**
     * Puts what came back into a pot where it belongs: it covers a shortfall first, and the rest expires when the pot's last
     * day has passed.
     */
    AccountChange settleAvailable(String id, Instant at) {
        BudgetEvents say = new BudgetEvents(before.id(), before.employee());
        PotBalance balance = pot(id).balance();
        Amount covered = balance.available().lessThan(balance.shortfall()) ? balance.available() : balance.shortfall();
        if (!covered.equalsZero()) {
            Share share = new Share(id, covered);
            book(
                            Transfer.correct(
                                    LedgerAccount.AVAILABLE,
                                    LedgerAccount.SHORTFALL,
                                    CorrectionReason.SHORTFALL_COVERED,
                                    null,
                                    at),
                            share)
                    .publish(say.shortfallCovered(share));
        }
        Amount left = pot(id).balance().available();
        if (pot(id).closed() && !left.equalsZero()) {
            Share share = new Share(id, left);
            book(Transfer.expire(at), share).publish(say.expired(share));
        }
        return this;
    }

    private boolean takesTheLast(Pot pot) {
        return !pot.closed()
                && pot.balance().available().equalsZero()
                && before.pot(pot.id())
                        .filter(earlier -> !earlier.balance().available().equalsZero())
                        .isPresent();
    }

    /** The account as this change leaves it; a pot of which this change takes the last is reported. */
    Decision<BudgetAccount> decide() {
        BudgetEvents say = new BudgetEvents(before.id(), before.employee());
        pots.stream().filter(this::takesTheLast).forEach(pot -> publish(say.exhausted(pot)));
        BudgetAccount after = new BudgetAccount(
                before.id(),
                before.employee(),
                ownerLeft,
                pots,
                before.archived(),
                ledger,
                requests,
                lastReportedQuarter);
        return after.equals(before) ? Decision.unchanged() : Decision.accept(after, events);
    }
}
