package nl.klimrek.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.people.readmodel.MemberIndex;
import nl.klimrek.people.readmodel.MemberIndexFactory;
import nl.klimrek.people.readmodel.PersonListRepository;
import nl.klimrek.people.roster.DueTimeMigration;
import nl.klimrek.people.roster.FormerEffectiveDates;
import nl.klimrek.people.roster.RosterService;
import nl.klimrek.servicekit.jobs.ClockJobRunner;
import nl.klimrek.servicekit.jobs.JobRangeStore;
import nl.klimrek.testkit.service.ServiceUnderTest;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Documents of the version before, which held many members each, are read and moved to rows. */
class FormerDocumentsIT {
    private static final ServiceUnderTest SERVICE = PeopleUnderTest.SERVICE;

    private final String name = ServiceUnderTest.freshOrganisation();
    private final Organisation organisation = new Organisation(name);
    private final MongoDatabase database =
            SERVICE.bean(MongoDatabaseFactory.class).getMongoDatabase();
    private final MongoCollection<Document> pages = database.getCollection("register");
    private final MongoCollection<Document> shards = database.getCollection("person_lists");
    private MemberIndex index;

    @BeforeEach
    void a_new_instance_that_has_not_looked_yet() {
        index = new MemberIndexFactory(database).of("people");
    }

    @Test
    void the_lines_of_a_page_become_rows_and_the_page_goes() {
        page("0a", Map.of("0a-1", line(3, "LEFT"), "0a-2", line(1, "WITH_MANAGER")));
        page("ff", Map.of("ff-1", line(1, "WITH_MANAGER")));
        assertThat(index.ids(organisation, List.of("WITH_MANAGER", "LEFT"), null, 10))
                .containsExactly("0a-1", "0a-2", "ff-1");
        assertThat(index.count(organisation, "WITH_MANAGER")).isEqualTo(2);
        assertThat(pages.countDocuments(ofOrganisation())).isZero();
    }

    @Test
    void a_line_does_not_undo_a_later_row_and_a_later_line_wins() {
        index.write(organisation, "0a-1", 5, "LEFT");
        index.write(organisation, "0a-2", 1, "WITH_MANAGER");
        page("0a", Map.of("0a-1", line(4, "WITH_MANAGER"), "0a-2", line(2, "LEFT")));
        assertThat(index.values(organisation, List.of("0a-1", "0a-2")))
                .isEqualTo(Map.of("0a-1", "LEFT", "0a-2", "LEFT"));
    }

    @Test
    void a_page_of_an_organisation_is_not_moved_for_another_one() {
        page("0a", Map.of("0a-1", line(1, "LEFT")));
        assertThat(index.count(new Organisation(ServiceUnderTest.freshOrganisation()), "LEFT"))
                .isZero();
        assertThat(pages.countDocuments(ofOrganisation())).isEqualTo(1);
    }

    @Test
    void a_change_that_the_version_before_noted_by_day_is_applied_and_the_note_removed() {
        String person = starterOfTheVersionBefore();
        shards.insertOne(new Document("_id", name + "/day:" + start() + ":7")
                .append("version", 1L)
                .append("state", new Document("people", List.of(person))));
        SERVICE.clock().advance(Duration.ofDays(4));
        FormerEffectiveDates job = new FormerEffectiveDates(
                new PersonListRepository(database),
                SERVICE.bean(RosterService.class),
                List.of(organisation),
                SERVICE.clock());
        new ClockJobRunner(SERVICE.bean(JobRangeStore.class), new SimpleMeterRegistry(), SERVICE.clock()).run(job);
        assertThat(SERVICE.bean(RosterService.class).employed(organisation, person))
                .isTrue();
        assertThat(shards.countDocuments(ofOrganisation())).isZero();
        assertThat(job.page(name, null, 10)).isEmpty();
    }

    @Test
    void people_without_a_due_time_get_one_by_the_migration() {
        String person = starterOfTheVersionBefore();
        DueTimeMigration migration = new DueTimeMigration(database);
        assertThat(migration.remaining()).isPositive();
        while (migration.nextPage()) {
            assertThat(migration.name()).isNotEmpty();
        }
        assertThat(migration.remaining()).isZero();
        ClockJobs.daysPass(SERVICE, 4);
        assertThat(SERVICE.bean(RosterService.class).employed(organisation, person))
                .isTrue();
    }

    @Test
    void a_person_without_a_change_to_come_has_no_due_time_and_is_not_migrated() {
        new RosterFile(name)
                .row("'employeeNumber':'1','effectiveAt':'2026-01-01','familyName':'Naam','startDate':'2024-03-01'");
        DueTimeMigration migration = new DueTimeMigration(database);
        while (migration.nextPage()) {
            assertThat(migration.name()).isNotEmpty();
        }
        assertThat(migration.remaining()).isZero();
        assertThat(database.getCollection("people")
                        .countDocuments(new Document("_id", new Document("$regex", "^" + name + "/"))
                                .append("due", new Document("$exists", false))))
                .isEqualTo(1);
    }

    /** Somebody who starts in two days, without the due time that this version stores. */
    private String starterOfTheVersionBefore() {
        String person = new RosterFile(name)
                .row("'employeeNumber':'1','effectiveAt':'2026-01-01','familyName':'Naam','startDate':'" + start()
                        + "'")
                .person();
        database.getCollection("people")
                .updateOne(
                        new Document("_id", name + "/" + person),
                        new Document("$unset", new Document("due", "").append("part", ""))
                                .append("$inc", new Document("version", 1L)));
        return person;
    }

    private static LocalDate start() {
        return LocalDate.ofInstant(SERVICE.clock().instant(), ZoneOffset.UTC).plusDays(2);
    }

    private void page(String page, Map<String, Document> lines) {
        pages.insertOne(new Document("_id", name + "/people:" + page)
                .append("version", 1L)
                .append("state", new Document("lines", new Document(Map.copyOf(lines)))));
    }

    private static Document line(long sequence, String value) {
        return new Document("sequence", sequence).append("value", value);
    }

    private Document ofOrganisation() {
        return new Document("_id", new Document("$regex", "^" + name + "/"));
    }
}
