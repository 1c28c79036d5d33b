package nl.klimrek.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import nl.klimrek.contracts.Topics;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.people.person.EmployeeNumberRepository;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.events.EventSchema;
import nl.klimrek.testkit.events.TopicReader;
import nl.klimrek.testkit.events.TopicRecord;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.ServiceUnderTest;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

/** RosterFile in over Kafka, the roster out over HTTP and Kafka. */
class RosterIT {

    private final String organisation = ServiceUnderTest.freshOrganisation();
    private final HrSystem system = new HrSystem(organisation);
    private final TestClient hr = PeopleUnderTest.hr(organisation);
    private final TopicReader topics = PeopleUnderTest.SERVICE.topics();

    @Test
    void an_employee_joins_is_listed_and_sees_themselves() {
        system.employee(
                "10",
                "2026-01-01",
                "\"givenName\":\"Noor\"",
                "\"email\":\"noor@example.org\"",
                "\"team\":\"Productie 2\"");
        awaitSummary(1, 0, 0, 1, 0);
        PeopleUnderTest.SERVICE.awaitSettled();
        String noor = person("10");
        HttpAnswer me = PeopleUnderTest.as(noor, organisation, Role.EMPLOYEE).get("/me");
        assertThat(me.text("/givenName")).isEqualTo("Noor");
        assertThat(me.text("/teamName")).isEqualTo("Productie 2");
        assertThat(me.text("/withoutManagerBecause")).isEqualTo("NONE_GIVEN");
        assertThat(topics.typesOf(organisation, noor, Topics.PEOPLE)).containsExactly("person-joined");
        assertThat(topics.typesOf(organisation, "listing:" + noor, Topics.DIRECTORY))
                .containsExactly("person-listed");
        assertThat(topics.typesOf(organisation, "team:productie-2", Topics.DIRECTORY))
                .containsExactly("team-listed");
    }

    @Test
    void a_structured_record_is_as_good_as_a_binary_one() {
        var attributes = system.attributes(HrSystem.UPSERTED, "10");
        String pairs = String.join(
                ",",
                attributes.entrySet().stream()
                        .map(entry -> "\"" + entry.getKey() + "\":\"" + entry.getValue() + "\"")
                        .toList());
        system.sendBare(organisation + "/10", "{" + pairs + ",\"data\":" + HrSystem.person("10", "2026-01-01") + "}");
        awaitSummary(1, 0, 0, 1, 0);
    }

    @Test
    void a_record_delivered_again_and_facts_replayed_change_no_count() {
        var attributes = system.attributes(HrSystem.UPSERTED, "10");
        system.send(attributes, HrSystem.person("10", "2026-01-01"));
        system.send(attributes, HrSystem.person("10", "2026-01-01"));
        system.leaves("10", "2026-02-01", "2026-01-31");
        system.employee("11", "2026-01-01");
        awaitSummary(1, 1, 0, 1, 0);
        PeopleUnderTest.SERVICE.awaitSettled();
        PeopleUnderTest.SERVICE.publisher().replay(topics.of(organisation, Topics.PEOPLE));
        system.employee("12", "2026-01-01");
        awaitSummary(2, 1, 0, 2, 0);
        PeopleUnderTest.SERVICE.awaitSettled();
        assertThat(topics.typesOf(organisation, person("10"), Topics.PEOPLE)).contains("person-joined", "person-left");
        assertThat(hr.get("?limit=1").text("/next")).isNotNull();
        assertThat(hr.get("?limit=10").json().path("items")).hasSize(3);
    }

    @Test
    void a_change_announced_for_another_day_holds_when_that_day_has_come() {
        LocalDate later = LocalDate.ofInstant(PeopleUnderTest.SERVICE.clock().instant(), ZoneOffset.UTC)
                .plusDays(3);
        system.employee("10", "2026-01-01", "\"team\":\"Nu\"");
        system.employee("10", later.toString(), "\"team\":\"Straks\"");
        awaitRecords("10", 2);
        assertThat(team("10")).isEqualTo("Nu");
        ClockJobs.daysPass(PeopleUnderTest.SERVICE, 4);
        assertThat(team("10")).isEqualTo("Straks");
    }

    @Test
    void a_future_starter_is_announced_and_counts_nowhere_until_the_first_day() {
        LocalDate start = LocalDate.ofInstant(PeopleUnderTest.SERVICE.clock().instant(), ZoneOffset.UTC)
                .plusDays(3);
        system.employee("3", "2026-01-01");
        system.send(
                system.attributes(HrSystem.UPSERTED, "10"),
                HrSystem.person("10", "2026-01-01", "\"managerNumber\":\"3\"").replace("2024-03-01", start.toString()));
        awaitRecords("10", 1);
        awaitSummary(1, 0, 0, 1, 0);
        PeopleUnderTest.SERVICE.awaitSettled();
        assertThat(hr.get("/announced").text("/items/0/standing")).isEqualTo("EXPECTED");
        assertThat(hr.get("/announced").text("/items/0/manager")).isNull();
        assertThat(hr.get("?limit=9").json().path("items")).hasSize(1);
        assertThat(hr.get("/" + person("3") + "/reports").json().path("items")).isEmpty();
        assertThat(topics.typesOf(organisation, "listing:" + person("10"), Topics.DIRECTORY))
                .as("not listed, so no token")
                .isEmpty();
        ClockJobs.daysPass(PeopleUnderTest.SERVICE, 4);
        awaitSummary(2, 0, 1, 1, 0);
        PeopleUnderTest.SERVICE.awaitSettled();
        assertThat(hr.get("/announced").json().path("items")).isEmpty();
        assertThat(topics.typesOf(organisation, "listing:" + person("10"), Topics.DIRECTORY))
                .isNotEmpty();
    }

    @Test
    void a_last_day_that_is_over_makes_a_leaver_also_when_days_were_missed() {
        LocalDate lastDay = LocalDate.ofInstant(PeopleUnderTest.SERVICE.clock().instant(), ZoneOffset.UTC)
                .plusDays(2);
        system.employee("10", "2026-01-01", "\"endDate\":\"" + lastDay + "\"");
        awaitSummary(1, 0, 0, 1, 0);
        ClockJobs.daysPass(PeopleUnderTest.SERVICE, 9);
        awaitSummary(0, 1, 0, 0, 0);
    }

    @Test
    void what_goes_out_fits_its_schema_and_names_people_in_the_directory_only() {
        system.employee(
                "10777",
                "2026-01-01",
                "\"givenName\":\"Zwaantje\"",
                "\"email\":\"zwaantje@example.org\"",
                "\"job\":\"Kraanmachinist\"",
                "\"team\":\"Ploeg Zuid\"");
        awaitSummary(1, 0, 0, 1, 0);
        PeopleUnderTest.SERVICE.awaitSettled();
        Stream.of(Topics.PEOPLE, Topics.DIRECTORY)
                .flatMap(topic -> topics.of(organisation, topic).stream())
                .forEach(RosterIT::assertFitsItsSchema);
        assertThat(topics.of(organisation, Topics.PEOPLE))
                .isNotEmpty()
                .allSatisfy(record -> assertThat(record.data())
                        .doesNotContain("Zwaantje", "Naam10777", "zwaantje@", "10777", "Kraanmachinist", "Ploeg Zuid"));
    }

    @Test
    void a_snapshot_shows_who_was_not_in_it_and_dismisses_nobody() {
        system.employee("10", "2026-01-01");
        var inSnapshot = system.attributes(HrSystem.UPSERTED, "11");
        inSnapshot.put("snapshot", "s-1");
        system.send(inSnapshot, HrSystem.person("11", "2026-01-01"));
        system.send(system.attributes(HrSystem.COMPLETED, "s-1"), "{\"snapshot\":\"s-1\",\"records\":1}");
        awaitSummary(2, 0, 0, 2, 0);
        await().untilAsserted(() -> {
            JsonNode newest =
                    hr.get("/snapshots/newest?source=hr-" + organisation).json();
            assertThat(newest.path("seen").asInt()).isEqualTo(1);
            assertThat(newest.path("missing").get(0).asText()).isEqualTo(person("10"));
        });
    }

    private void awaitSummary(int employed, int left, int with, int without, int quarantined) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(hr.get("/summary").json().toString())
                        .isEqualTo(
                                "{\"employed\":%d,\"left\":%d,\"withManager\":%d,\"withoutManager\":%d,\"quarantined\":%d}"
                                        .formatted(employed, left, with, without, quarantined)));
    }

    private void awaitRecords(String number, int records) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(hr.get("/by-number?source=hr-" + organisation + "&number=" + number)
                                .json()
                                .at("/0/records"))
                        .hasSize(records));
    }

    private String person(String number) {
        return PeopleUnderTest.SERVICE
                .bean(EmployeeNumberRepository.class)
                .find(new Organisation(organisation), "hr-" + organisation, number)
                .orElseThrow();
    }

    private String team(String number) {
        return hr.get("/" + person(number)).text("/teamName");
    }

    private static void assertFitsItsSchema(TopicRecord record) {
        assertThat(EventSchema.violations(record)).isEmpty();
    }
}
