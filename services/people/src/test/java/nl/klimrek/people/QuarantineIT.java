package nl.klimrek.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import nl.klimrek.contracts.TopicDefinition;
import nl.klimrek.contracts.Topics;
import nl.klimrek.testkit.service.ServiceUnderTest;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

/** Bad records: each ends where somebody can repair it, and those after it proceed. */
class QuarantineIT {

    private final String organisation = ServiceUnderTest.freshOrganisation();
    private final HrSystem system = new HrSystem(organisation);
    private final TestClient hr = PeopleUnderTest.hr(organisation);

    @Test
    void every_faulty_record_is_set_aside_with_its_reason_and_the_rest_proceeds() {
        system.send(system.attributes(HrSystem.UPSERTED, "1"), "not json");
        system.send(system.attributes(HrSystem.UPSERTED, "1"), null);
        system.send(system.attributes("nl.klimrek.hr.employee.promoted.v1", "1"), "{}");
        system.send(system.attributes(HrSystem.UPSERTED, "1"), "{\"employeeNumber\":\"1\"}");
        system.employee("1", "2026-01-01", "\"endDate\":\"2020-01-01\"");
        system.employee("1", "2026-01-01", "\"timeZone\":\"Mars/Noord\"");
        system.employee("1", "2026-01-01", "\"givenName\":\"" + "x".repeat(70_000) + "\"");
        system.send(with("organisation", "elsewhere"), HrSystem.person("1", "2026-01-01"));
        system.send(with("source", "stranger"), HrSystem.person("1", "2026-01-01"));
        system.send(with("subject", "2"), HrSystem.person("1", "2026-01-01"));
        system.send(with("id", " "), HrSystem.person("1", "2026-01-01"));
        system.sendBare(organisation + "/1", "gibberish");
        system.employee("2", "2026-01-01");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(reasons())
                        .containsExactlyInAnyOrder(
                                "MALFORMED",
                                "MALFORMED",
                                "MALFORMED",
                                "MALFORMED",
                                "UNKNOWN_TYPE",
                                "MISSING_FIELD",
                                "IMPOSSIBLE_DATES",
                                "INVALID_FIELD",
                                "INVALID_FIELD",
                                "TOO_LARGE",
                                "WRONG_ORGANISATION",
                                "UNKNOWN_SOURCE"));
        await().untilAsserted(() -> {
            JsonNode summary = hr.get("/summary").json();
            assertThat(summary.path("employed").asInt()).isEqualTo(1);
            assertThat(summary.path("quarantined").asInt()).isEqualTo(12);
        });
        assertThat(PeopleUnderTest.hr("elsewhere").get("/quarantine").json().path("items"))
                .isEmpty();
    }

    @Test
    void hr_reads_what_is_wrong_in_their_language_with_the_record_as_it_arrived_and_the_look_is_logged() {
        system.employee("1", "2026-01-01", "\"timeZone\":\"Mars/Noord\"");
        awaitWaiting(1);
        JsonNode english = hr.get("/quarantine").json().at("/items/0");
        assertThat(english.path("explanation").asText()).startsWith("One or more fields");
        assertThat(english.at("/fields/0/field").asText()).isEqualTo("timeZone");
        assertThat(english.at("/fields/0/message").asText()).isEqualTo("is not a time zone such as Europe/Amsterdam");
        assertThat(english.path("original").asText()).contains("Mars/Noord");
        JsonNode dutch = hr.withLanguage("nl")
                .get("/quarantine/" + english.path("id").asText())
                .json();
        assertThat(dutch.path("explanation").asText()).startsWith("In een of meer velden");
        assertThat(dutch.at("/fields/0/message").asText()).isEqualTo("is geen tijdzone zoals Europe/Amsterdam");
        await().untilAsserted(() -> assertThat(PeopleUnderTest.SERVICE.topics().of(organisation, Topics.PEOPLE))
                .filteredOn(record -> record.type().equals("nl.klimrek.people.disclosed.v1"))
                .hasSizeGreaterThan(1)
                .allSatisfy(record -> assertThat(record.data())
                        .contains("QUARANTINED_HR_RECORD")
                        .doesNotContain("Mars")));
    }

    @Test
    void two_bad_records_under_one_id_are_both_set_aside_and_both_found() {
        Map<String, String> attributes = system.attributes(HrSystem.UPSERTED, "14");
        system.send(attributes, HrSystem.person("14", "2026-01-01", "\"email\":\"geen-adres\""));
        attributes.put("subject", "15");
        system.send(attributes, HrSystem.person("15", "2026-01-01", "\"email\":\"ook geen\""));
        awaitWaiting(2);
        assertThat(waiting())
                .extracting(item -> item.path("original").asText())
                .anySatisfy(original -> assertThat(original).contains("Naam14"))
                .anySatisfy(original -> assertThat(original).contains("Naam15"));
        assertThat(hr.get("/quarantine/by-record?source=" + attributes.get("source") + "&record="
                                + attributes.get("id"))
                        .json())
                .hasSize(2);
    }

    @Test
    void who_sent_records_learns_which_were_set_aside_without_the_records_themselves() {
        Map<String, String> attributes = system.attributes(HrSystem.UPSERTED, "1");
        system.send(attributes, HrSystem.person("1", "2026-01-01", "\"timeZone\":\"Mars/Noord\""));
        awaitWaiting(1);
        JsonNode found = hr.get("/quarantine/by-record?source=" + attributes.get("source") + "&record=other&record="
                        + attributes.get("id"))
                .json();
        assertThat(found).hasSize(1);
        assertThat(found.at("/0/fields/0/code").asText()).isEqualTo("unknown-time-zone");
        assertThat(found.toString()).doesNotContain("Mars", "original");
        assertThat(hr.get("/quarantine/by-record?source=x").problem()).isEqualTo("400 records-invalid");
    }

    @Test
    void other_content_under_a_known_id_is_set_aside_and_the_first_stays() {
        Map<String, String> attributes = system.attributes(HrSystem.UPSERTED, "1");
        system.send(attributes, HrSystem.person("1", "2026-01-01"));
        system.send(attributes, HrSystem.person("1", "2026-01-01", "\"givenName\":\"Anders\""));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(reasons()).containsExactly("CONFLICT"));
    }

    @Test
    void a_leave_before_its_person_waits_in_quarantine_until_the_person_is_known() {
        system.leaves("1", "2026-02-01", "2026-01-31");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(reasons()).containsExactly("UNKNOWN_EMPLOYEE"));
        system.employee("1", "2026-01-01");
        await().untilAsserted(() -> assertThat(hr.get("/summary").json().toString())
                .isEqualTo("{\"employed\":0,\"left\":1,\"withManager\":0,\"withoutManager\":0,\"quarantined\":0}"));
    }

    @Test
    void a_record_that_can_be_nobody_s_is_a_dead_letter() {
        String value = "nobody's " + UUID.randomUUID();
        system.sendBare(null, value);
        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(PeopleUnderTest.SERVICE
                                .topics()
                                .all(TopicDefinition.deadLetters(Topics.HR_EMPLOYEES, PeopleService.NAME)))
                        .anySatisfy(record -> {
                            assertThat(record.data()).isEqualTo(value);
                            assertThat(record.header("klimrek-reason")).isEqualTo("unknown-source");
                        }));
    }

    private Map<String, String> with(String attribute, String value) {
        Map<String, String> attributes = system.attributes(HrSystem.UPSERTED, "1");
        attributes.put(attribute, value);
        return attributes;
    }

    private void awaitWaiting(int records) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(waiting()).hasSize(records));
    }

    private List<String> reasons() {
        return waiting().stream().map(record -> record.path("reason").asText()).toList();
    }

    private List<JsonNode> waiting() {
        return StreamSupport.stream(
                        hr.get("/quarantine?limit=200").json().path("items").spliterator(), false)
                .toList();
    }
}
