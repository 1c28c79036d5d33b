package nl.klimrek.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.people.roster.DailyRollover;
import nl.klimrek.people.roster.EffectiveDateIndex;
import nl.klimrek.people.roster.RolloverRange;
import nl.klimrek.people.roster.RosterService;
import nl.klimrek.testkit.service.ServiceUnderTest;
import nl.klimrek.testkit.service.TestClock;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** The daily rollover beside another instance, and with a person that cannot be read. */
class DailyRolloverIT {
    private static final int PEOPLE = 60;
    private static final ServiceUnderTest SERVICE = PeopleUnderTest.SERVICE;

    private final TestClock clock = SERVICE.clock();
    private final String name = ServiceUnderTest.freshOrganisation();
    private final Organisation organisation = new Organisation(name);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AggregateStore<RolloverRange> ranges = SERVICE.store("rolloverRanges");
    private final DailyRollover rollover = new DailyRollover(
            SERVICE.bean(EffectiveDateIndex.class),
            SERVICE.bean(RosterService.class),
            SERVICE.store("rolloverDays"),
            ranges,
            clock,
            meters);

    @Test
    void people_of_every_range_start_on_their_day_and_a_day_that_is_over_is_cleared() {
        List<String> people = futureStarters();
        rollover.run(List.of(organisation));
        assertThat(people).noneMatch(this::employed);
        assertThat(rows().countDocuments(ofOrganisation())).isPositive();
        clock.advance(Duration.ofDays(4));
        rollover.run(List.of(organisation));
        assertThat(people).allMatch(this::employed);
        assertThat(rows().countDocuments(ofOrganisation())).isZero();
    }

    @Test
    void a_range_of_another_instance_is_left_alone_until_its_lease_ends() {
        List<String> people = futureStarters();
        rollover.run(List.of(organisation));
        clock.advance(Duration.ofDays(4));
        RolloverRange held = new RolloverRange(null, "another", clock.instant().plusSeconds(60), null, null);
        ranges.handle(Key.of(organisation, "agenda:4"), MessageContext.system("test"), known -> Decision.accept(held));
        rollover.run(List.of(organisation));
        assertThat(people).allMatch(person -> employed(person) != isHeld(person));
        assertThat(people).anyMatch(this::isHeld);
        clock.advance(Duration.ofSeconds(61));
        rollover.run(List.of(organisation));
        assertThat(people).allMatch(this::employed);
    }

    @Test
    void a_person_that_cannot_be_read_is_passed_over_counted_and_tried_again() {
        List<String> people = futureStarters();
        rollover.run(List.of(organisation));
        String unreadable = people.get(PEOPLE / 2);
        store(unreadable, "NO_SUCH_STATUS");
        clock.advance(Duration.ofDays(4));
        rollover.run(List.of(organisation));
        assertThat(people).allMatch(person -> person.equals(unreadable) || employed(person));
        assertThat(meters.counter("klimrek.people.rollover.failures").count()).isPositive();
        store(unreadable, "EXPECTED");
        rollover.run(List.of(organisation));
        assertThat(employed(unreadable)).isTrue();
    }

    private boolean isHeld(String person) {
        return person.compareTo("4") > 0 && person.compareTo("6") <= 0;
    }

    private boolean employed(String person) {
        return SERVICE.bean(RosterService.class).employed(organisation, person);
    }

    private List<String> futureStarters() {
        LocalDate start = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(2);
        RosterFile file = new RosterFile(name);
        return IntStream.range(0, PEOPLE)
                .mapToObj(i -> file.row("'employeeNumber':'n" + i + "','effectiveAt':'2026-01-01','familyName':'"
                                + UUID.randomUUID() + "','startDate':'" + start + "'")
                        .person())
                .toList();
    }

    private void store(String person, String status) {
        collection("people")
                .updateOne(
                        new Document("_id", Key.of(organisation, person).value()),
                        new Document("$set", new Document("state.standing", status)));
    }

    private MongoCollection<Document> rows() {
        return collection("person_list_rows");
    }

    private Document ofOrganisation() {
        return new Document("list", new Document("$regex", "^" + name + "/day:"));
    }

    private static MongoCollection<Document> collection(String collection) {
        return SERVICE.bean(MongoDatabaseFactory.class).getMongoDatabase().getCollection(collection);
    }
}
