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
import nl.klimrek.people.roster.DailyRollover;
import nl.klimrek.people.roster.EffectiveDateIndex;
import nl.klimrek.people.roster.RosterService;
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
    void people_on_a_list_of_the_version_before_are_advanced_on_their_day() {
        LocalDate start =
                LocalDate.ofInstant(SERVICE.clock().instant(), ZoneOffset.UTC).plusDays(2);
        String person = new RosterFile(name)
                .row("'employeeNumber':'1','effectiveAt':'2026-01-01','familyName':'Naam','startDate':'" + start + "'")
                .person();
        database.getCollection("person_list_rows")
                .deleteOne(new Document("_id", name + "/day:" + start + ":" + person));
        shards.insertOne(new Document("_id", name + "/day:" + start + ":7")
                .append("version", 1L)
                .append("state", new Document("people", List.of(person))));
        SERVICE.clock().advance(Duration.ofDays(4));
        new DailyRollover(
                        new EffectiveDateIndex(new PersonListRepository(database), SERVICE.clock()),
                        SERVICE.bean(RosterService.class),
                        SERVICE.store("rolloverDays"),
                        SERVICE.store("rolloverRanges"),
                        SERVICE.clock(),
                        new SimpleMeterRegistry())
                .run(List.of(organisation));
        assertThat(SERVICE.bean(RosterService.class).employed(organisation, person))
                .isTrue();
        assertThat(shards.countDocuments(ofOrganisation())).isZero();
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
