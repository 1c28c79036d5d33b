package nl.klimrek.people.roster;

import java.time.Clock;
import java.time.Duration;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.people.person.Person;
import nl.klimrek.servicekit.jobs.ClockJob;
import nl.klimrek.servicekit.jobs.DueJob;

/**
 * Applies changes on the day on which they take effect, in each person's own zone. Changes of days on which nothing ran are
 * made up.
 *
 * <p>A person is due when the next change takes effect ({@link Person#due}). Instances share the due people in key ranges,
 * and a person who cannot be changed is passed over with an alarm, see {@link ClockJob}. A person stays due until what
 * follows from the change is done, so a stop in between loses nothing. Applying a change twice changes nothing.
 */
public final class DailyRollover {
    private static final String NAME = "daily-rollover";
    private static final MessageContext CONTEXT = MessageContext.system("people-clock");

    private final AggregateStore<Person> people;
    private final RosterService roster;
    private final Duration interval;
    private final Clock clock;

    public DailyRollover(AggregateStore<Person> people, RosterService roster, Duration interval, Clock clock) {
        this.people = people;
        this.roster = roster;
        this.interval = interval;
        this.clock = clock;
    }

    /** The job that changes everybody who is due. */
    public ClockJob job() {
        return new DueJob(NAME, interval, people, clock, this::advance);
    }

    private void advance(Key person) {
        roster.advance(person.organisation(), person.id(), CONTEXT);
    }
}
