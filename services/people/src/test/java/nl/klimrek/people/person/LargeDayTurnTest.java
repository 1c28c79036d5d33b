package nl.klimrek.people.person;

import static nl.klimrek.people.person.PersonFixture.LINES;
import static nl.klimrek.people.person.PersonFixture.NOW;
import static nl.klimrek.people.person.PersonFixture.TODAY;
import static nl.klimrek.people.person.PersonFixture.facts;
import static nl.klimrek.people.person.PersonFixture.ingested;
import static nl.klimrek.people.person.PersonFixture.upsert;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.servicekit.jobs.ClockJobRunner;
import nl.klimrek.servicekit.jobs.DueJob;
import nl.klimrek.testkit.service.TestClock;
import nl.klimrek.testkit.store.InMemoryJobRanges;
import nl.klimrek.testkit.store.InMemoryStores;
import org.junit.jupiter.api.Test;

/** A day on which a large organisation changes as a whole. {@code -Dklimrek.large.people} sets its size. */
class LargeDayTurnTest {
    private static final int PEOPLE = Integer.getInteger("klimrek.large.people", 5_000);
    private static final int PAGE = 200;
    private static final Organisation ORGANISATION = new Organisation("large");
    private static final MessageContext CONTEXT = MessageContext.system("test");

    private final TestClock clock = TestClock.stoppedAt(NOW);
    private final InMemoryStores stores = new InMemoryStores(clock);
    private final InMemoryJobRanges ranges = new InMemoryJobRanges();
    private final AggregateStore<Person> people =
            stores.create(new AggregateType<>("people", Person.class, Person::person, Person::due));

    @Test
    void two_instances_apply_the_changes_of_everybody_once_and_hold_one_page_at_a_time() {
        for (int i = 0; i < PEOPLE; i++) {
            Person person = ingested(
                    Person.unknown(UUID.randomUUID().toString(), "afas", "n" + i),
                    upsert("1", TODAY.minusDays(9), 1, facts("A", null)),
                    upsert("2", TODAY.plusDays(3), 1, facts("B", null)));
            people.create(Key.of(ORGANISATION, person.person()), CONTEXT, none -> Decision.accept(person));
        }
        assertThat(job(new AtomicInteger()).hasWork()).isFalse();
        clock.advance(Duration.ofDays(4));
        AtomicInteger byOther = new AtomicInteger();
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> run(job(byOther)));
        AtomicInteger byOne = new AtomicInteger();
        run(job(byOne));
        other.join();
        assertThat(byOne.get() + byOther.get()).isEqualTo(PEOPLE);
        assertThat(byOne.get()).isPositive();
        assertThat(byOther.get()).isPositive();
        assertThat(stores.events()).isEqualTo(PEOPLE);
        assertThat(stores.largestRead()).isLessThanOrEqualTo(PAGE);
        assertThat(job(new AtomicInteger()).hasWork()).isFalse();
    }

    private void run(DueJob job) {
        new ClockJobRunner(ranges, new SimpleMeterRegistry(), clock).run(job);
    }

    private DueJob job(AtomicInteger processed) {
        return new DueJob("daily-rollover", Duration.ofMinutes(5), people, clock, key -> {
            processed.incrementAndGet();
            people.handle(key, CONTEXT, known -> known.orElseThrow().advance(LINES, clock.instant()));
            people.handle(key, CONTEXT, known -> known.orElseThrow().settled());
        });
    }
}
