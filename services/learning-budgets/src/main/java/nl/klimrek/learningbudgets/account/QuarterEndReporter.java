package nl.klimrek.learningbudgets.account;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.servicekit.jobs.DueJob;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PersonProfile;
import org.springframework.stereotype.Component;

/**
 * Reports the end of a quarter on each account, in its owner's time zone. Reporting twice changes nothing. An account whose
 * owner's quarter has not ended yet is looked at again in the next round.
 */
@Component
public class QuarterEndReporter {
    private static final String NAME = "quarter-end";
    private static final Duration INTERVAL = Duration.ofHours(1);
    private static final ZoneId DEFAULT_ZONE = ZoneId.of("Europe/Amsterdam");

    private final AggregateStore<BudgetAccount> accounts;
    private final PeopleProjection people;
    private final Clock clock;

    QuarterEndReporter(AggregateStore<BudgetAccount> accounts, PeopleProjection people, Clock clock) {
        this.accounts = accounts;
        this.people = people;
        this.clock = clock;
    }

    /** The job that reports the quarter on every account that is due. */
    public DueJob job() {
        return new DueJob(NAME, INTERVAL, accounts, clock, this::report);
    }

    private void report(Key key) {
        accounts.handle(
                key,
                MessageContext.system("clock"),
                found -> found.map(account -> account.reportQuarter(today(key, account)))
                        .orElseGet(Decision::unchanged));
    }

    private LocalDate today(Key key, BudgetAccount account) {
        return LocalDate.ofInstant(
                clock.instant(),
                people.person(key.organisation(), account.employee())
                        .map(PersonProfile::timeZone)
                        .map(QuarterEndReporter::zone)
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
