package nl.klimrek.learningbudgets.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import nl.klimrek.contracts.people.PersonChanged;
import nl.klimrek.contracts.people.PersonField;
import nl.klimrek.contracts.people.PersonJoined;
import nl.klimrek.contracts.people.PersonLeft;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.learningbudgets.account.AccountId;
import nl.klimrek.learningbudgets.account.AccountRepository;
import nl.klimrek.learningbudgets.account.BudgetAccount;
import nl.klimrek.learningbudgets.account.GrantAdjustment;
import nl.klimrek.learningbudgets.pot.PotGrant;
import org.springframework.stereotype.Component;

/**
 * Opens pots for people who join or return, changes grants with contract hours, and closes the account of those who leave.
 *
 * <p>The pots are those of the organisation's policy for the year in which the person starts. A replayed event grants
 * nothing again.
 */
@Component
public class RosterListener {

    private final AccountRepository accounts;
    private final GrantCalculator grants;
    private final Clock clock;

    RosterListener(AccountRepository accounts, GrantCalculator grants, Clock clock) {
        this.accounts = accounts;
        this.grants = grants;
        this.clock = clock;
    }

    /** Adds this listener to the service's handlers. */
    public void register(EventHandlers handlers) {
        handlers.on(PersonJoined.class, this::joined)
                .on(PersonChanged.class, this::changed)
                .on(PersonLeft.class, this::left);
    }

    private void joined(PersonJoined joined, EventMeta event) {
        List<PotGrant> given = grants.of(
                event.organisation(), day(event, joined.timeZone()), joined.startDate(), joined.minutesPerWeek());
        handle(joined.person(), event, account -> account.grant(given, clock.instant()));
    }

    private void changed(PersonChanged changed, EventMeta event) {
        if (changed.changed().contains(PersonField.RETURNED)) {
            List<PotGrant> given = grants.of(
                    event.organisation(),
                    day(event, changed.timeZone()),
                    changed.startDate(),
                    changed.minutesPerWeek());
            handle(changed.person(), event, account -> {
                Decision<BudgetAccount> granted = account.grant(given, clock.instant());
                return granted instanceof Decision.Unchanged
                        ? hours(account, changed)
                        : granted.then(state -> hours(state, changed));
            });
        } else if (changed.changed().contains(PersonField.HOURS)) {
            handle(changed.person(), event, account -> hours(account, changed));
        }
    }

    private Decision<BudgetAccount> hours(BudgetAccount account, PersonChanged changed) {
        return new GrantAdjustment(account, clock.instant()).hours(changed.effectiveAt(), changed.minutesPerWeek());
    }

    private void left(PersonLeft left, EventMeta event) {
        handle(left.person(), event, account -> account.ownerLeaves(clock.instant()));
    }

    /** The day of the event and not of its arrival: a replay next year still grants this year's pots. */
    private static LocalDate day(EventMeta event, String zone) {
        return LocalDate.ofInstant(event.time(), ZoneId.of(zone));
    }

    private void handle(String person, EventMeta event, Function<BudgetAccount, Decision<BudgetAccount>> decision) {
        accounts.handle(event.organisation(), new AccountId(person), MessageContext.event(event), decision);
    }
}
