package nl.klimrek.learningbudgets.roster;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.learningbudgets.account.AccountId;
import nl.klimrek.learningbudgets.account.AccountRepository;
import nl.klimrek.learningbudgets.account.BudgetAccount;
import nl.klimrek.learningbudgets.account.YearEnd;
import nl.klimrek.learningbudgets.pot.PotGrant;
import nl.klimrek.servicekit.jobs.DueJob;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PersonProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reports the end of a quarter, and pots whose last day is near, on each account in its owner's time zone; at the end of a year it opens the pots of the next one
 * in the same step. Doing it twice changes nothing. An account whose owner's quarter has not ended yet is looked at again in the
 * next round.
 */
@Component
public class QuarterEndReporter {
    private static final String NAME = "quarter-end";
    private static final Duration INTERVAL = Duration.ofHours(1);
    private static final ZoneId DEFAULT_ZONE = ZoneId.of("Europe/Amsterdam");

    private final AggregateStore<BudgetAccount> due;
    private final AccountRepository accounts;
    private final PeopleProjection people;
    private final GrantCalculator grants;
    private final Clock clock;

    QuarterEndReporter(
            AggregateStore<BudgetAccount> due,
            AccountRepository accounts,
            PeopleProjection people,
            GrantCalculator grants,
            Clock clock) {
        this.due = due;
        this.accounts = accounts;
        this.people = people;
        this.grants = grants;
        this.clock = clock;
    }

    /** The job that processes every account that is due. */
    public DueJob job() {
        return new DueJob(NAME, INTERVAL, due, clock, this::process);
    }

    private void process(Key key) {
        AccountId id = AccountId.parse(key.id());
        PersonProfile owner = people.person(key.organisation(), id.person()).orElse(null);
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone(owner));
        List<PotGrant> given = given(key, owner, today);
        accounts.handle(
                key.organisation(),
                id,
                MessageContext.system("clock"),
                account -> account.reportQuarter(today)
                        .then(reported -> reported.reportExpiry(today))
                        .then(reported -> new YearEnd(reported, clock.instant()).turn(today, given)));
    }

    /** What an employed owner is granted for the year of this day. */
    private List<PotGrant> given(Key key, @Nullable PersonProfile owner, LocalDate today) {
        if (owner == null || owner.left() || owner.startDate() == null) {
            return List.of();
        }
        return grants.of(key.organisation(), today, owner.startDate(), owner.minutesPerWeek());
    }

    private static ZoneId zone(@Nullable PersonProfile owner) {
        try {
            return owner == null || owner.timeZone() == null ? DEFAULT_ZONE : ZoneId.of(owner.timeZone());
        } catch (DateTimeException unknown) {
            return DEFAULT_ZONE;
        }
    }
}
