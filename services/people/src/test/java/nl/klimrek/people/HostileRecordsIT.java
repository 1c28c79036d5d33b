package nl.klimrek.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import nl.klimrek.people.inbound.EmployeeRecordReader;
import nl.klimrek.people.person.RecordOutcome;
import nl.klimrek.testkit.service.ServiceUnderTest;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RosterFile that no sound HR system sends: each has one outcome, and none does harm. */
class HostileRecordsIT {

    private final String organisation = ServiceUnderTest.freshOrganisation();
    private final HrSystem system = new HrSystem(organisation);
    private final RosterFile records = new RosterFile(organisation);
    private final TestClient hr = PeopleUnderTest.hr(organisation);

    @Test
    void who_names_themselves_and_who_form_a_ring_report_to_nobody_but_one_less_than_the_ring() {
        records.row(person("S", "'managerNumber':'S'"));
        for (String pair : List.of("A>B", "B>C", "C>D", "D>A")) {
            records.row(person(pair.substring(0, 1), "'managerNumber':'" + pair.substring(2) + "'"));
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(hr.get("/summary").json().toString())
                                .isEqualTo(
                                        "{\"employed\":5,\"left\":0,\"withManager\":3,\"withoutManager\":2,\"quarantined\":0}"));
        assertThat(hr.get("/without-manager").json().findValuesAsText("withoutManagerBecause"))
                .containsExactly("CYCLE_IN_HIERARCHY", "CYCLE_IN_HIERARCHY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NULL",
                "null",
                "None",
                "undefined",
                "O'Brien \\\"Rob\\\"",
                "=1+1",
                "<script>alert(1)</script>",
                "Robert'); DROP TABLE"
            })
    void a_name_is_a_name_whatever_it_would_mean_elsewhere(String name) {
        String id = records.process(EmployeeRecordReader.upserted(RosterFile.json(
                        "{\"employeeNumber\":\"1\",\"effectiveAt\":\"2026-01-01\",\"startDate\":\"2020-01-01\",\"familyName\":\""
                                + name + "\"}")))
                .person();
        assertThat(hr.get("/" + id).text("/familyName")).isEqualTo(name.replace("\\\"", "\""));
    }

    @Test
    void an_address_that_differs_in_case_only_is_the_same_person_and_a_change_of_case_is_no_second_one() {
        records.row(person("1", "'givenName':'Jo','email':'jo@ft.example'"));
        records.nextFile();
        assertThat(records.row(person("2", "'givenName':'Jo','email':'JO@ft.example'"))
                        .setAside()
                        .code())
                .isEqualTo("possibly-known");
        assertThat(records.row(person("1", "'givenName':'Jo','email':'Jo@FT.example'"))
                        .outcome())
                .isEqualTo(RecordOutcome.CHANGED);
    }

    @Test
    void a_clock_that_is_years_ahead_does_not_win_against_what_is_said_later() {
        var ahead = system.attributes(HrSystem.UPSERTED, "10");
        ahead.put("time", "2999-01-01T00:00:00Z");
        system.send(ahead, HrSystem.person("10", "2026-01-01", "\"team\":\"Toekomst\""));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                hr.get("/summary").json().path("employed").asInt())
                        .isEqualTo(1));
        var later = system.attributes(HrSystem.UPSERTED, "10");
        later.put("time", PeopleUnderTest.SERVICE.clock().instant().toString());
        system.send(later, HrSystem.person("10", "2026-01-01", "\"team\":\"Nu\""));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(hr.get("?limit=5").text("/items/0/teamName")).isEqualTo("Nu"));
    }

    @Test
    void a_snapshot_that_ends_early_says_what_is_short_and_dismisses_nobody() {
        for (String number : List.of("10", "11", "12")) {
            system.employee(number, "2026-01-01");
        }
        var inSnapshot = system.attributes(HrSystem.UPSERTED, "10");
        inSnapshot.put("snapshot", "s-1");
        system.send(inSnapshot, HrSystem.person("10", "2026-01-01"));
        system.send(system.attributes(HrSystem.COMPLETED, "s-1"), "{\"snapshot\":\"s-1\",\"records\":3}");
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions().untilAsserted(() -> {
            var newest = hr.get("/snapshots/newest?source=hr-" + organisation).json();
            assertThat(newest.path("announced").asInt()).isEqualTo(3);
            assertThat(newest.path("seen").asInt()).isEqualTo(1);
            assertThat(newest.path("complete").asBoolean()).isFalse();
            assertThat(newest.path("missing")).hasSize(2);
        });
        assertThat(hr.get("/summary").json().path("employed").asInt()).isEqualTo(3);
    }

    @Test
    void a_direction_override_in_a_name_is_set_aside() {
        assertThat(records.row(person("1", "'givenName':'a\\u202eb'"))
                        .setAside()
                        .code())
                .isEqualTo("not-allowed");
    }

    @Test
    void midnight_behind_a_day_is_the_day_and_another_time_names_the_field() {
        assertThat(records.row(person("1", "'endDate':'2099-12-31T00:00:00'")).outcome())
                .isEqualTo(RecordOutcome.NEW);
        assertThat(records.row(person("2", "'endDate':'2099-12-31 00:00:00.000'"))
                        .outcome())
                .isEqualTo(RecordOutcome.NEW);
        assertThat(records.row(person("3", "'endDate':'2099-12-31T13:00:00'"))
                        .setAside()
                        .faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("not-a-date");
                    assertThat(fault.value()).isEqualTo("2099-12-31T13:00:00");
                });
    }

    private static String person(String number, String more) {
        return "'employeeNumber':'" + number + "','effectiveAt':'2026-01-01','familyName':'Naam'"
                + ",'startDate':'2020-01-01'," + more;
    }
}
