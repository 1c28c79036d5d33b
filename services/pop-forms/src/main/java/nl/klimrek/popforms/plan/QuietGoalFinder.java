package nl.klimrek.popforms.plan;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.servicekit.jobs.DueJob;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PersonProfile;
import org.springframework.stereotype.Component;

/**
 * Finds goals that stalled, by the plan's own rhythm. A plan whose owner left or is absent rests: nobody can work on its
 * goals. Looking twice changes nothing.
 */
@Component
public class QuietGoalFinder {

    private static final String NAME = "quiet-goals";
    private static final Duration INTERVAL = Duration.ofHours(1);
    /** How long a plan rests before the clock asks again whether its owner is back. */
    private static final int REST_WEEKS = 4;

    private final AggregateStore<Pop> plans;
    private final PopProjection readers;
    private final PeopleProjection people;
    private final Clock clock;

    QuietGoalFinder(AggregateStore<Pop> plans, PopProjection readers, PeopleProjection people, Clock clock) {
        this.plans = plans;
        this.readers = readers;
        this.people = people;
        this.clock = clock;
    }

    /** The job that looks at every plan that is due. */
    public DueJob job() {
        return new DueJob(NAME, INTERVAL, plans, clock, this::look);
    }

    private void look(Key key) {
        readers.show(
                key.organisation(),
                plans.handle(
                        key,
                        MessageContext.system("clock"),
                        found -> found.map(pop -> look(key, pop)).orElseGet(Decision::unchanged)));
    }

    private Decision<Pop> look(Key key, Pop pop) {
        Optional<PersonProfile> owner = people.person(key.organisation(), pop.employee());
        ZoneId zone = owner.map(PersonProfile::timeZone).map(ZoneId::of).orElse(clock.getZone());
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        boolean here = owner.filter(one -> !one.left() && !absent(one, today)).isPresent();
        return here ? PlanRhythm.stallQuietGoals(pop, today) : PlanRhythm.rest(pop, today.plusWeeks(REST_WEEKS));
    }

    private static boolean absent(PersonProfile person, LocalDate today) {
        return person.absentFrom() != null
                && !person.absentFrom().isAfter(today)
                && (person.absentUntil() == null || !person.absentUntil().isBefore(today));
    }
}
