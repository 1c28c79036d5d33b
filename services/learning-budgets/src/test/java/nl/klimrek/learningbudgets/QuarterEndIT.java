package nl.klimrek.learningbudgets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.klimrek.contracts.Topics;
import nl.klimrek.learningbudgets.roster.QuarterEndReporter;
import nl.klimrek.servicekit.jobs.ClockJobRunner;
import nl.klimrek.servicekit.jobs.ClockJobThread;
import nl.klimrek.servicekit.jobs.DueJob;
import nl.klimrek.servicekit.jobs.JobRangeStore;
import nl.klimrek.testkit.backend.Backend;
import nl.klimrek.testkit.service.ServiceUnderTest;
import nl.klimrek.testkit.service.TestClock;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** The end of a quarter: once for each account, by several instances, through their deaths and through bad documents. */
class QuarterEndIT {
    private static final int PEOPLE = 60;
    private static final ServiceUnderTest SERVICE = ServiceUnderTest.of(
                    LearningBudgetsService.class, LearningBudgetsService.NAME)
            .with(TestClock.runningFrom(Instant.parse("2027-01-12T09:00:00Z")))
            .on(Backend.embeddedWithItsOwnBroker())
            .start();

    private final StaffFixture staff = new StaffFixture(SERVICE);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private List<String> people;

    /** The tests are the instances; the service's own would do part of the work. */
    @BeforeAll
    static void stop_the_clock_jobs_of_the_service() {
        SERVICE.bean(ClockJobThread.class).stop();
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @BeforeEach
    void people_join() {
        people = IntStream.range(0, PEOPLE).mapToObj(i -> "p-" + i).toList();
        people.forEach(person -> staff.join(person, null));
        SERVICE.awaitConsumed();
    }

    @Test
    void two_instances_share_the_accounts_and_report_each_one_once() {
        QuarterEnds.advanceClock(SERVICE);
        Set<String> byOne = ConcurrentHashMap.newKeySet();
        Set<String> byOther = ConcurrentHashMap.newKeySet();
        CompletableFuture<Void> other =
                CompletableFuture.runAsync(() -> instance().run(noting(byOther)));
        instance().run(noting(byOne));
        other.join();
        assertThat(byOne.size() + byOther.size()).isGreaterThanOrEqualTo(PEOPLE);
        assertThat(byOne).doesNotContainAnyElementsOf(byOther);
        assertThat(reportsByPerson()).isEqualTo(eachTwice(people));
    }

    @Test
    void another_instance_goes_on_where_a_killed_one_stopped() {
        QuarterEnds.advanceClock(SERVICE);
        AtomicInteger left = new AtomicInteger(PEOPLE / 2);
        DueJob job = job();
        DueJob killed = new DueJob(job.name(), job.interval(), job.store(), SERVICE.clock(), key -> {
            if (left.getAndDecrement() <= 0) {
                throw new Killed();
            }
            job.handler().accept(key);
        });
        assertThatThrownBy(() -> instance().run(killed)).isInstanceOf(Killed.class);
        assertThat(reportsByPerson()).hasSizeBetween(1, PEOPLE - 1);
        SERVICE.clock().advance(Duration.ofMinutes(2));
        instance().run(job);
        assertThat(reportsByPerson()).isEqualTo(eachTwice(people));
    }

    @Test
    void an_account_that_cannot_be_read_is_passed_over_with_an_alarm_and_reported_once_repaired() {
        QuarterEnds.advanceClock(SERVICE);
        String unreadable = people.get(PEOPLE / 2);
        setFirstPot(unreadable, "state.pots.0.fundingSource", "NO_SUCH_SOURCE");
        instance().run(job());
        assertThat(reportsByPerson())
                .isEqualTo(eachTwice(people.stream()
                        .filter(person -> !person.equals(unreadable))
                        .toList()));
        assertThat(meters.counter("klimrek.jobs.failures", "job", "quarter-end").count())
                .isEqualTo(1);
        setFirstPot(unreadable, "state.pots.0.fundingSource", "EMPLOYER");
        SERVICE.clock().advance(Duration.ofHours(2));
        instance().run(job());
        assertThat(reportsByPerson()).isEqualTo(eachTwice(people));
    }

    @Test
    void a_clock_that_jumps_over_several_quarters_reports_the_last_one_once() {
        QuarterEnds.advanceClock(SERVICE);
        QuarterEnds.advanceClock(SERVICE);
        instance().run(job());
        SERVICE.clock().advance(Duration.ofHours(2));
        instance().run(job());
        assertThat(reportsByPerson().keySet()).isSubsetOf(Set.copyOf(people));
        assertThat(reportsByPerson().values()).containsOnly(2L);
    }

    @Test
    void the_next_year_opens_by_itself_once_through_the_death_of_an_instance() {
        int year = staff.today().getYear();
        while (staff.today().getYear() == year) {
            QuarterEnds.advanceClock(SERVICE);
        }
        AtomicInteger left = new AtomicInteger(PEOPLE / 3);
        DueJob job = job();
        DueJob killed = new DueJob(job.name(), job.interval(), job.store(), SERVICE.clock(), key -> {
            job.handler().accept(key);
            if (left.decrementAndGet() <= 0) {
                throw new Killed();
            }
        });
        assertThatThrownBy(() -> instance().run(killed)).isInstanceOf(Killed.class);
        SERVICE.clock().advance(Duration.ofMinutes(2));
        CompletableFuture<Void> other =
                CompletableFuture.runAsync(() -> instance().run(job()));
        instance().run(job());
        other.join();
        SERVICE.awaitPublished();
        Map<String, Long> opened = SERVICE.topics().of(staff.organisation(), Topics.LEARNING_BUDGETS).stream()
                .filter(event -> event.shortType().equals("pot-opened"))
                .filter(event -> event.json().path("pot").asText().endsWith("-" + (year + 1)))
                .collect(Collectors.groupingBy(
                        event -> event.json().path("employee").asText(), Collectors.counting()));
        assertThat(opened).isEqualTo(eachTwice(people));
    }

    private ClockJobRunner instance() {
        return new ClockJobRunner(SERVICE.bean(JobRangeStore.class), meters, SERVICE.clock());
    }

    private static DueJob job() {
        return SERVICE.bean(QuarterEndReporter.class).job();
    }

    /** The job, noting the accounts of this test's organisation that it processes. */
    private DueJob noting(Set<String> processed) {
        DueJob job = job();
        return new DueJob(job.name(), job.interval(), job.store(), SERVICE.clock(), key -> {
            if (key.organisation().value().equals(staff.organisation())) {
                processed.add(key.id());
            }
            job.handler().accept(key);
        });
    }

    private Map<String, Long> reportsByPerson() {
        SERVICE.awaitPublished();
        return SERVICE.topics().of(staff.organisation(), Topics.LEARNING_BUDGETS).stream()
                .filter(event -> event.shortType().equals("budget-unused"))
                .map(event -> event.json().path("employee").asText())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** Everybody has two pots. */
    private static Map<String, Long> eachTwice(List<String> of) {
        return of.stream().collect(Collectors.toMap(Function.identity(), person -> 2L));
    }

    private void setFirstPot(String person, String field, String value) {
        SERVICE.bean(MongoDatabaseFactory.class)
                .getMongoDatabase()
                .getCollection("accounts")
                .updateOne(
                        new Document("_id", staff.organisation() + "/ba-" + person),
                        new Document("$set", new Document(field, value)).append("$inc", new Document("version", 1L)));
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }
}
