package nl.klimrek.learningbudgets.account;

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
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.learningbudgets.policy.BudgetPolicyRepository;
import nl.klimrek.learningbudgets.policy.BudgetProperties;
import nl.klimrek.learningbudgets.policy.GrantFraction;
import nl.klimrek.learningbudgets.pot.PotGrant;
import org.springframework.stereotype.Component;

/**
 * Opens pots for people who join or return, and closes the account of those who leave.
 *
 * <p>The pots are those of the organisation's policy for the year in which the person starts. A replayed event grants
 * nothing again. A change of contract hours does not change a grant.
 */
@Component
public class RosterListener {

    private final AggregateStore<BudgetAccount> accounts;
    private final BudgetPolicyRepository policies;
    private final BudgetProperties properties;
    private final Clock clock;

    RosterListener(
            AggregateStore<BudgetAccount> accounts,
            BudgetPolicyRepository policies,
            BudgetProperties properties,
            Clock clock) {
        this.accounts = accounts;
        this.policies = policies;
        this.properties = properties;
        this.clock = clock;
    }

    /** Adds this listener to the service's handlers. */
    public void register(EventHandlers handlers) {
        handlers.on(PersonJoined.class, this::joined)
                .on(PersonChanged.class, this::changed)
                .on(PersonLeft.class, this::left);
    }

    private void joined(PersonJoined joined, EventMeta event) {
        grant(joined.person(), joined.startDate(), joined.timeZone(), joined.minutesPerWeek(), event);
    }

    private void changed(PersonChanged changed, EventMeta event) {
        if (changed.changed().contains(PersonField.RETURNED)) {
            grant(changed.person(), changed.startDate(), changed.timeZone(), changed.minutesPerWeek(), event);
        }
    }

    private void left(PersonLeft left, EventMeta event) {
        handle(left.person(), event, account -> account.ownerLeaves(clock.instant()));
    }

    private void grant(String person, LocalDate start, String zone, int minutesPerWeek, EventMeta event) {
        // The day of the event and not of its arrival: a replay next year still grants this year's pots.
        LocalDate today = LocalDate.ofInstant(event.time(), ZoneId.of(zone));
        GrantFraction fraction = GrantFraction.of(today, start, minutesPerWeek, properties.fullTimeMinutesPerWeek());
        List<PotGrant> grants = policies.find(event.organisation()).state().grants(fraction);
        handle(person, event, account -> account.grant(grants, clock.instant()));
    }

    private void handle(String person, EventMeta event, Function<BudgetAccount, Decision<BudgetAccount>> decision) {
        AccountId id = new AccountId(person);
        accounts.handle(
                Key.of(event.organisation(), id.value()),
                MessageContext.event(event),
                account -> decision.apply(account.orElseGet(() -> BudgetAccount.empty(id))));
    }
}
