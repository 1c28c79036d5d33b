package nl.klimrek.conversations.walk;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.klimrek.servicekit.jobs.ClockJobRunner;
import nl.klimrek.servicekit.jobs.JobRange;
import nl.klimrek.servicekit.jobs.JobRangeStore;
import nl.klimrek.servicekit.jobs.RangeLease;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PersonProfile;
import nl.klimrek.servicekit.tracing.RedactedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Carries out walks.
 *
 * <p>Guarantees: people are read in pages, so memory does not grow with the organisation. A part is worked on by one
 * instance at a time, under a lease. Each page's result is saved with the position in one write, so the sum counts every
 * page once; after a death another instance goes on at the last saved page. People for whom the work fails are passed over
 * with an alarm, and their part is repeated a few times before the walk ends without them.
 */
@Component
public class RosterWalker {

    /** Wait before a part in which the work failed for some people is repeated. */
    public static final Duration RETRY = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(RosterWalker.class);
    private static final int PEOPLE_PER_PAGE = 200;
    private static final int MAX_ROUNDS = 3;

    private final PeopleProjection people;
    private final JobRangeStore ranges;
    private final Clock clock;
    private final Counter failures;
    private final String instance = UUID.randomUUID().toString();
    private volatile boolean stopping;

    public RosterWalker(PeopleProjection people, JobRangeStore ranges, Clock clock, MeterRegistry meters) {
        this.people = people;
        this.ranges = ranges;
        this.clock = clock;
        this.failures = Counter.builder("klimrek.conversations.walk.failures")
                .description("People for whom a planning run or an announcement failed")
                .register(meters);
    }

    /** Works on every part that no other instance works on. Returns the sum once all parts are done. */
    public <R> Optional<WalkProgress<R>> work(Walk<R> walk) {
        for (String part : walk.parts()) {
            if (!stopping) {
                RangeLease.claim(ranges, clock, walk.id(part), instance, RETRY)
                        .ifPresent(lease -> work(walk, part, lease));
            }
        }
        boolean done = walk.parts().stream().map(walk::id).map(ranges::find).allMatch(RosterWalker::closed);
        return done ? Optional.of(progress(walk)) : Optional.empty();
    }

    /** The sum of what has been saved so far. */
    public <R> WalkProgress<R> progress(Walk<R> walk) {
        WalkProgress<R> sum = WalkProgress.of(null, walk);
        for (String part : walk.parts()) {
            JobRange range = ranges.find(walk.id(part));
            sum = range == null ? sum : sum.plus(WalkProgress.of(range.progress(), walk), walk.plus());
        }
        return sum;
    }

    /** Ends the work after the page at hand. */
    @PreDestroy
    public void stop() {
        stopping = true;
    }

    private static boolean closed(JobRange range) {
        return range != null && range.closed();
    }

    private <R> void work(Walk<R> walk, String part, RangeLease lease) {
        try {
            // A part that is repeated, or that has no position of its own, counts from its beginning.
            WalkProgress<R> before = WalkProgress.of(lease.progress(), walk);
            WalkProgress<R> sum = lease.position() == null || !walk.inParts()
                    ? new WalkProgress<>(0, 0, before.rounds(), walk.nothing())
                    : before;
            Iterator<List<PersonProfile>> pages = pages(walk, part, lease);
            while (pages.hasNext()) {
                List<PersonProfile> page = pages.next();
                sum = sum.plus(worked(walk, page), walk.plus());
                boolean saved = lease.save(page.get(page.size() - 1).person(), sum.json());
                if (stopping || !saved) {
                    lease.release();
                    return;
                }
            }
            finish(sum, lease);
        } catch (RuntimeException failed) {
            release(lease, failed);
            throw failed;
        }
    }

    private <R> Iterator<List<PersonProfile>> pages(Walk<R> walk, String part, RangeLease lease) {
        if (walk.inParts()) {
            return people.pages(walk.organisation(), part, lease.position(), PEOPLE_PER_PAGE)
                    .iterator();
        }
        return people.everyoneUpTo(walk.organisation(), Walk.SMALL)
                .map(everyone -> everyone.isEmpty()
                        ? List.<List<PersonProfile>>of().iterator()
                        : List.of(everyone).iterator())
                // It has grown since the walk began.
                .orElseGet(
                        () -> people.pages(walk.organisation(), PEOPLE_PER_PAGE).iterator());
    }

    private <R> void finish(WalkProgress<R> sum, RangeLease lease) {
        WalkProgress<R> end = new WalkProgress<>(sum.people(), sum.failed(), sum.rounds() + 1, sum.result());
        boolean again = end.failed() > 0 && end.rounds() < MAX_ROUNDS;
        lease.finish(again ? clock.instant().plus(RETRY) : null, end.json());
    }

    /** Works on a page; if that fails, on each person alone, so that only those who fail are left out. */
    private <R> WalkProgress<R> worked(Walk<R> walk, List<PersonProfile> page) {
        try {
            return new WalkProgress<>(page.size(), 0, 0, walk.work().apply(page));
        } catch (RuntimeException failed) {
            if (ClockJobRunner.unavailable(failed)) {
                throw failed;
            }
            return page.size() == 1
                    ? failed(walk, page.get(0), failed)
                    : page.stream()
                            .map(person -> worked(walk, List.of(person)))
                            .reduce((one, other) -> one.plus(other, walk.plus()))
                            .orElseThrow();
        }
    }

    private <R> WalkProgress<R> failed(Walk<R> walk, PersonProfile person, RuntimeException why) {
        failures.increment();
        LOG.error("{} failed for {} and is tried again", walk.name(), person.person(), RedactedException.of(why));
        return new WalkProgress<>(1, 1, 0, walk.nothing());
    }

    private static void release(RangeLease lease, RuntimeException why) {
        try {
            lease.release();
        } catch (RuntimeException unavailable) {
            // The lease ends by itself.
            why.addSuppressed(unavailable);
        }
    }
}
