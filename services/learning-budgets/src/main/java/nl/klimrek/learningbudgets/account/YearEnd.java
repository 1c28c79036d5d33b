package nl.klimrek.learningbudgets.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.klimrek.eventing.Decision;
import nl.klimrek.learningbudgets.pot.Amount;
import nl.klimrek.learningbudgets.pot.Pot;
import nl.klimrek.learningbudgets.pot.PotGrant;
import nl.klimrek.learningbudgets.pot.Share;
import nl.klimrek.learningbudgets.pot.Transfer;

/**
 * Opens the pots of a new year and closes those that ended: what may be carried over goes to the pot with the same code, the
 * rest expires. What is reserved or committed stays so. Doing it twice changes nothing.
 */
public final class YearEnd {
    private final BudgetAccount account;
    private final AccountChange change;
    private final BudgetEvents events;
    private final Instant at;

    public YearEnd(BudgetAccount account, Instant at) {
        this.account = account;
        this.change = new AccountChange(account);
        this.events = new BudgetEvents(account.id(), account.employee());
        this.at = at;
    }

    /**
     * Turns the account to the year of this day.
     *
     * @param grants pots of this day's year; none are opened for an owner who left, or once the year has pots
     */
    public Decision<BudgetAccount> turn(LocalDate today, List<PotGrant> grants) {
        if (!account.ownerLeft() && !hasPotsOf(today.getYear())) {
            grants.forEach(this::open);
        }
        List<Pot> ended = account.pots().stream()
                .filter(pot -> !pot.closed() && pot.validUntil().isBefore(today))
                .toList();
        ended.forEach(pot -> close(pot, today));
        return change.decide();
    }

    private boolean hasPotsOf(int year) {
        return account.pots().stream().anyMatch(pot -> pot.validFrom().getYear() == year);
    }

    private void open(PotGrant grant) {
        change.open(Pot.open(grant), events.opened(grant))
                .book(Transfer.grant(at), grant.shares(), share -> events.granted(grant));
    }

    private void close(Pot pot, LocalDate today) {
        change.save(pot.close());
        Amount carried = pot.carriedOver();
        if (!account.ownerLeft() && !carried.equalsZero()) {
            successor(pot, today).ifPresent(next -> carry(new Share(pot.id(), carried), next));
        }
        change.settleAvailable(pot.id(), at);
    }

    /** The newest pot with the same code and unit that is valid today. */
    private Optional<Pot> successor(Pot pot, LocalDate today) {
        return change.pots().stream()
                .filter(next -> next.code().equals(pot.code()) && next.unit() == pot.unit() && next.validOn(today))
                .max(Comparator.comparing(Pot::validFrom));
    }

    private void carry(Share out, Pot next) {
        Share in = new Share(next.id(), out.amount());
        change.book(Transfer.carryOut(at), out)
                .book(Transfer.carryIn(at), in)
                .publish(events.carriedOver(out, next.id()));
    }
}
