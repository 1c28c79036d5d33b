package nl.klimrek.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import nl.klimrek.contracts.Topics;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.people.person.Person;
import nl.klimrek.people.person.ReportingLines;
import nl.klimrek.people.roster.DailyRollover;
import nl.klimrek.people.roster.RosterService;
import nl.klimrek.servicekit.jobs.ClockJob;
import nl.klimrek.servicekit.jobs.ClockJobRunner;
import nl.klimrek.servicekit.jobs.ClockJobThread;
import nl.klimrek.servicekit.jobs.DueJob;
import nl.klimrek.servicekit.jobs.JobRangeStore;
import nl.klimrek.testkit.service.ServiceUnderTest;
import nl.klimrek.testkit.service.TestClock;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** The day turn: by several instances, through their deaths, through bad documents and after an upgrade. */
class DailyRolloverIT {
    private static final int PEOPLE = 60;
    private static final ServiceUnderTest SERVICE = PeopleUnderTest.SERVICE;

    private final TestClock clock = SERVICE.clock();
    private final String name = ServiceUnderTest.freshOrganisation();
    private final Organisation organisation = new Organisation(name);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RosterService roster = SERVICE.bean(RosterService.class);
    private final AggregateStore<Person> people = SERVICE.store("people");

    /** Only the instances of these tests run the job; the service's own thread would be one more. */
    @BeforeAll
    static void no_other_instance_runs_the_job() {
        SERVICE.bean(ClockJobThread.class).stop();
    }

    @Test
    void people_start_on_their_day_and_are_not_due_any_more() {
        List<String> starters = futureStarters();
        run(job());
        assertThat(starters).noneMatch(this::employed);
        ClockJobs.daysPass(SERVICE, 4);
        assertThat(starters).allMatch(this::employed);
        assertThat(starters).allMatch(person -> find(person).due() == null);
    }

    @Test
    void two_instances_share_the_people_of_a_day() {
        List<String> starters = futureStarters();
        clock.advance(Duration.ofDays(4));
        Set<String> byOne = ConcurrentHashMap.newKeySet();
        Set<String> byOther = ConcurrentHashMap.newKeySet();
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> run(job(byOther::add)));
        run(job(byOne::add));
        other.join();
        assertThat(starters).allMatch(this::employed);
        assertThat(byOne).doesNotContainAnyElementsOf(byOther);
        assertThat(starters).allMatch(person -> byOne.contains(person) || byOther.contains(person));
    }

    @Test
    void another_instance_goes_on_after_one_was_killed() {
        List<String> starters = futureStarters();
        clock.advance(Duration.ofDays(4));
        AtomicInteger left = new AtomicInteger(PEOPLE / 2);
        ClockJob killed = job(person -> {
            if (left.getAndDecrement() <= 0) {
                throw new Killed();
            }
        });
        assertThatThrownBy(() -> run(killed)).isInstanceOf(Killed.class);
        assertThat(starters).anyMatch(this::employed).anyMatch(person -> !employed(person));
        clock.advance(Duration.ofMinutes(2));
        run(job());
        assertThat(starters).allMatch(this::employed);
    }

    @Test
    void a_change_that_was_stored_just_before_a_kill_is_listed_in_the_directory_by_the_next_run() {
        String starter = futureStarters().get(0);
        clock.advance(Duration.ofDays(4));
        people.handle(
                Key.of(organisation, starter),
                MessageContext.system("test"),
                known -> known.orElseThrow().advance(new ReportingLines(Map.of()), clock.instant()));
        assertThat(employed(starter)).isTrue();
        run(job());
        SERVICE.awaitPublished();
        assertThat(SERVICE.topics().typesOf(name, "listing:" + starter, Topics.DIRECTORY))
                .containsExactly("person-listed");
        assertThat(find(starter).due()).isNull();
    }

    @Test
    void a_person_who_cannot_be_read_is_passed_over_with_an_alarm_and_tried_again() {
        List<String> starters = futureStarters();
        String unreadable = starters.get(PEOPLE / 2);
        setStatus(unreadable, "NO_SUCH_STATUS");
        clock.advance(Duration.ofDays(4));
        run(job());
        assertThat(starters).allMatch(person -> person.equals(unreadable) || employed(person));
        assertThat(meters.counter("klimrek.jobs.failures", "job", "daily-rollover")
                        .count())
                .isEqualTo(1);
        setStatus(unreadable, "EXPECTED");
        clock.advance(Duration.ofHours(1));
        run(job());
        assertThat(employed(unreadable)).isTrue();
    }

    @Test
    void a_clock_that_jumps_ahead_makes_up_every_day_in_between() {
        LocalDate start = today().plusDays(2);
        String person = starter(start, ",'endDate':'" + start.plusDays(2) + "'");
        ClockJobs.daysPass(SERVICE, 30);
        assertThat(find(person).status().name()).isEqualTo("LEFT");
        assertThat(find(person).due()).isNull();
    }

    private void run(ClockJob job) {
        new ClockJobRunner(SERVICE.bean(JobRangeStore.class), meters, clock).run(job);
    }

    private static ClockJob job() {
        return SERVICE.bean(DailyRollover.class).job();
    }

    /** The job, with something that happens before each person of this test's organisation. */
    private ClockJob job(Consumer<String> before) {
        DueJob job = (DueJob) job();
        return new DueJob(job.name(), job.interval(), job.store(), clock, key -> {
            if (key.organisation().equals(organisation)) {
                before.accept(key.id());
            }
            job.handler().accept(key);
        });
    }

    private boolean employed(String person) {
        return roster.employed(organisation, person);
    }

    private Person find(String person) {
        return roster.find(organisation, person).map(Versioned::state).orElseThrow();
    }

    private List<String> futureStarters() {
        LocalDate start = today().plusDays(2);
        return IntStream.range(0, PEOPLE).mapToObj(i -> starter(start, "")).toList();
    }

    private String starter(LocalDate start, String more) {
        return new RosterFile(name)
                .row("'employeeNumber':'" + UUID.randomUUID() + "','effectiveAt':'2026-01-01','familyName':'"
                        + UUID.randomUUID() + "','startDate':'" + start + "'" + more)
                .person();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private void setStatus(String person, String status) {
        MongoCollection<Document> documents =
                SERVICE.bean(MongoDatabaseFactory.class).getMongoDatabase().getCollection("people");
        documents.updateOne(
                new Document("_id", Key.of(organisation, person).value()),
                new Document("$set", new Document("state.standing", status))
                        .append("$inc", new Document("version", 1L)));
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }
}
