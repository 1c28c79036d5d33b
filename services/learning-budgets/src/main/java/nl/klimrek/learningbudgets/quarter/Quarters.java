package nl.klimrek.learningbudgets.quarter;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.learningbudgets.account.BudgetAccount;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PersonProfile;
import org.springframework.stereotype.Component;

/** The clock's step at the end of a quarter, in each owner's own zone. What a stop leaves behind is still due next time. */
@Component
public class Quarters {

    private static final int AT_ONCE = 500;
    private static final ZoneId DEFAULT_ZONE = ZoneId.of("Europe/Amsterdam");

    private final AggregateStore<BudgetAccount> accounts;
    private final PeopleProjection people;
    private final Clock clock;

    Quarters(AggregateStore<BudgetAccount> accounts, PeopleProjection people, Clock clock) {
        this.accounts = accounts;
        this.people = people;
        this.clock = clock;
    }

    /** Looks at every account for which a quarter is over. */
    public void sweep() {
        List<Key> due;
        long moved;
        do {
            due = accounts.due(clock.instant(), AT_ONCE);
            moved = due.stream().filter(this::look).count();
        } while (due.size() == AT_ONCE && moved > 0);
    }

    private boolean look(Key key) {
        long before = accounts.find(key).orElseThrow().version();
        return accounts.handle(
                                key,
                                MessageContext.system("clock"),
                                found -> found.map(account -> account.quarterEnds(today(key, account)))
                                        .orElseGet(Decision::unchanged))
                        .version()
                > before;
    }

    private LocalDate today(Key key, BudgetAccount account) {
        return LocalDate.ofInstant(
                clock.instant(),
                people.person(key.organisation(), account.employee())
                        .map(PersonProfile::timeZone)
                        .map(Quarters::zone)
                        .orElse(DEFAULT_ZONE));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return DEFAULT_ZONE;
        }
    }
}
