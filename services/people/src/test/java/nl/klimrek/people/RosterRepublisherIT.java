package nl.klimrek.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.klimrek.contracts.Topics;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.control.OperatorJob;
import nl.klimrek.rosterreader.RosterReader;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PersonProfile;
import nl.klimrek.testkit.backend.TopicAdmin;
import nl.klimrek.testkit.service.ServiceUnderTest;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** {@code infra/admin republish people}: a reader without history, on a topic whose old records retention deleted. */
class RosterRepublisherIT {

    private static final ServiceUnderTest SERVICE = PeopleUnderTest.SERVICE;
    private static final int EMPLOYED = 120;

    private final String name = ServiceUnderTest.freshOrganisation();
    private final Organisation organisation = new Organisation(name);
    private final RosterFile file = new RosterFile(name);
    private final OperatorJob job =
            new OperatorJob(SERVICE.bean(MongoDatabaseFactory.class).getMongoDatabase(), "republish");

    /** The group of a reader that has ended holds a republication up for half a minute. */
    @BeforeEach
    void forgetTheReader() throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            if (admin.listConsumerGroups().all().get().stream()
                    .anyMatch(group -> group.groupId().equals(RosterReader.GROUP))) {
                admin.deleteConsumerGroups(List.of(RosterReader.GROUP)).all().get();
            }
        }
    }

    @Test
    void a_new_reader_has_the_roster_complete_although_retention_deleted_its_events() throws Exception {
        String manager = row(0, "2024-03-01", "");
        List<String> reports = IntStream.rangeClosed(1, EMPLOYED)
                .mapToObj(number -> row(number, "2024-03-01", ",'managerNumber':'0','team':'Team A'"))
                .toList();
        String leaver = row(900, "2024-03-01", ",'endDate':'2026-02-01'");
        row(901, "2999-01-01", "");
        SERVICE.awaitSettled();
        deleteEverythingPublished();

        republish();
        republish();

        try (ServiceUnderTest reader =
                ServiceUnderTest.of(RosterReader.class, RosterReader.GROUP).start()) {
            reader.awaitConsumed();
            PeopleProjection roster = reader.bean(PeopleProjection.class);
            assertThat(roster.reportsOf(organisation, manager))
                    .extracting(PersonProfile::person)
                    .containsExactlyInAnyOrderElementsOf(reports);
            assertThat(roster.count(organisation)).isEqualTo(EMPLOYED + 1);
            assertThat(roster.manages(organisation, manager, reports.get(0))).isTrue();
            assertThat(roster.person(organisation, leaver)).get().matches(PersonProfile::left);
        }
        assertThat(SERVICE.topics().of(name, Topics.PEOPLE))
                .as("two events of each who is or was on the roster, and no names")
                .hasSize(2 * (EMPLOYED + 2))
                .noneMatch(record -> record.everything().contains("Naam"));
    }

    @Test
    void a_person_who_cannot_be_read_is_passed_over_with_an_alarm() {
        String unreadable = row(1, "2024-03-01", "");
        String readable = row(2, "2024-03-01", "");
        SERVICE.awaitSettled();
        setStatus(unreadable, "NO_SUCH_STATUS");

        republish();

        assertThat(SERVICE.topics().typesOf(name, readable, Topics.PEOPLE)).hasSize(2);
        assertThat(SERVICE.topics().typesOf(name, unreadable, Topics.PEOPLE)).hasSize(1);
        assertThat(SERVICE.bean(MeterRegistry.class)
                        .counter("klimrek.people.republish.failures")
                        .count())
                .isEqualTo(1);
        setStatus(unreadable, "EMPLOYED");
    }

    private void setStatus(String person, String status) {
        SERVICE.bean(MongoDatabaseFactory.class)
                .getMongoDatabase()
                .getCollection("people")
                .updateOne(
                        new Document("_id", name + "/" + person),
                        new Document("$set", new Document("state.standing", status))
                                .append("$inc", new Document("version", 1L)));
    }

    private String row(int number, String start, String more) {
        return file.row("'employeeNumber':'%d','effectiveAt':'2026-01-01','familyName':'Naam%d','startDate':'%s'%s"
                        .formatted(number, number, start, more))
                .person();
    }

    private void republish() {
        OperatorJob.Progress asked = job.request(SERVICE.clock().instant());
        await().atMost(ServiceUnderTest.TIMEOUT)
                .until(() -> job.progress()
                        .filter(now -> now.request() == asked.request() && now.finishedAt() != null)
                        .isPresent());
        SERVICE.awaitSettled();
    }

    private static void deleteEverythingPublished() throws ExecutionException, InterruptedException {
        try (TopicAdmin topics = new TopicAdmin(SERVICE.backend().bootstrapServers());
                Admin admin = admin()) {
            admin.deleteRecords(topics.endOffsets(List.of(Topics.PEOPLE)).entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, end -> RecordsToDelete.beforeOffset(end.getValue()))))
                    .all()
                    .get();
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", SERVICE.backend().bootstrapServers()));
    }
}
