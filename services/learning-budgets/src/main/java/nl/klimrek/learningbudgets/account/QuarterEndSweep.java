package nl.klimrek.learningbudgets.account;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PersonProfile;
import org.springframework.stereotype.Component;

/**
 * Reports the end of a quarter on each account, in its owner's time zone. An account that a stop leaves out is due again
 * in the next sweep.
 */
@Component
public class QuarterEndSweep {

    private static final int BATCH_SIZE = 500;
    private static final ZoneId DEFAULT_ZONE = ZoneId.of("Europe/Amsterdam");

    private final AggregateStore<BudgetAccount> accounts;
    private final PeopleProjection people;
    private final Clock clock;

    QuarterEndSweep(AggregateStore<BudgetAccount> accounts, PeopleProjection people, Clock clock) {
        this.accounts = accounts;
        this.people = people;
        this.clock = clock;
    }

    /** Reports the quarter on every account that is due. */
    public void run() {
        List<Key> due;
        long reported;
        do {
            due = accounts.due(clock.instant(), BATCH_SIZE);
            reported = due.stream().filter(this::report).count();
        } while (due.size() == BATCH_SIZE && reported > 0);
    }

    private boolean report(Key key) {
        Versioned<BudgetAccount> before = accounts.find(key).orElseThrow();
        LocalDate today = today(key, before.state());
        return accounts.handle(
                                key,
                                MessageContext.system("clock"),
                                found -> found.map(current -> current.reportQuarter(today))
                                        .orElseGet(Decision::unchanged))
                        .version()
                > before.version();
    }

    private LocalDate today(Key key, BudgetAccount account) {
        return LocalDate.ofInstant(
                clock.instant(),
                people.person(key.organisation(), account.employee())
                        .map(PersonProfile::timeZone)
                        .map(QuarterEndSweep::zone)
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
