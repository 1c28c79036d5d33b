package nl.klimrek.people.roster;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.control.OperatorJob;
import nl.klimrek.eventing.mongo.StoreFailure;
import nl.klimrek.eventing.outbox.OutboxFullException;
import nl.klimrek.people.person.Person;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Publishes the present facts of everybody again when an operator asks for it ({@code infra/admin republish people}), so that a
 * reader which lacks events that retention deleted has the roster complete.
 *
 * <p>Guarantees: the events follow the earlier ones of each person, so a reader that knows the facts changes nothing. The people
 * are worked off in pages, by one instance at a time; another goes on where it ended. A person who cannot be published is
 * passed over with an alarm.
 */
public final class RosterRepublisher {

    private static final Logger LOG = LoggerFactory.getLogger(RosterRepublisher.class);
    private static final MessageContext CONTEXT = MessageContext.system("people-republisher");
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int PEOPLE_PER_PAGE = 100;

    private final OperatorJob job;
    private final MongoCollection<Document> documents;
    private final AggregateStore<Person> people;
    private final BooleanSupplier readersKeepUp;
    private final Clock clock;
    private final Counter failures;
    private final String instance = UUID.randomUUID().toString();

    /**
     * @param documents the collection of the people
     * @param readersKeepUp whether the readers of the events are not too far behind
     */
    public RosterRepublisher(
            OperatorJob job,
            MongoCollection<Document> documents,
            AggregateStore<Person> people,
            BooleanSupplier readersKeepUp,
            Clock clock,
            MeterRegistry meters) {
        this.job = job;
        this.documents = documents;
        this.people = people;
        this.readersKeepUp = readersKeepUp;
        this.clock = clock;
        this.failures = Counter.builder("klimrek.people.republish.failures")
                .description("People who could not be published again")
                .register(meters);
    }

    /** Goes on with a request, if there is one, until it is finished or has to wait. */
    @Scheduled(fixedDelayString = "${klimrek.people.republish-check:2s}")
    public void run() {
        try {
            job.claim(instance, clock.instant(), LEASE).ifPresent(this::republish);
        } catch (OutboxFullException waiting) {
            LOG.info("Publishing the roster again waits for the broker");
        } catch (RuntimeException unavailable) {
            LOG.warn(
                    "Publishing the roster again stopped and will go on: {}",
                    unavailable.getClass().getSimpleName());
        }
    }

    private void republish(OperatorJob.Progress claimed) {
        OperatorJob.Progress reached = claimed;
        while (readersKeepUp.getAsBoolean()) {
            List<String> page = page(reached.reached());
            if (page.isEmpty()) {
                job.finish(instance, reached, clock.instant());
                LOG.info("Published {} people again", reached.done());
                return;
            }
            page.forEach(this::republish);
            reached = new OperatorJob.Progress(
                    reached.request(), page.get(page.size() - 1), reached.done() + page.size(), null);
            if (!job.advance(instance, reached, clock.instant(), LEASE)) {
                return;
            }
        }
    }

    private void republish(String key) {
        try {
            people.handle(
                    Key.parse(key),
                    CONTEXT,
                    known -> known.map(Person::republish).orElseGet(Decision::unchanged));
        } catch (OutboxFullException waiting) {
            throw waiting;
        } catch (RuntimeException failed) {
            if (StoreFailure.of(failed) == StoreFailure.TRANSIENT) {
                throw failed;
            }
            failures.increment();
            LOG.error(
                    "{} cannot be published again and is passed over: {}",
                    key,
                    failed.getClass().getSimpleName());
        }
    }

    /** Keys of the next people of all organisations. */
    private List<String> page(String after) {
        return documents
                .find(Filters.gt("_id", after))
                .projection(Projections.include("_id"))
                .sort(Sorts.ascending("_id"))
                .limit(PEOPLE_PER_PAGE)
                .map(document -> String.valueOf(document.get("_id")))
                .into(new ArrayList<>());
    }
}
