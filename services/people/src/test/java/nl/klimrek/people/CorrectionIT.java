package nl.klimrek.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import nl.klimrek.people.hrrecord.FieldFault;
import nl.klimrek.people.inbound.ParseResult;
import nl.klimrek.people.person.RecordResult;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.ServiceUnderTest;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

/** What was set aside is repaired: by a good record that comes later, or by HR's own hand. */
class CorrectionIT {

    private final String organisation = ServiceUnderTest.freshOrganisation();
    private final HrSystem system = new HrSystem(organisation);
    private final RosterFile records = new RosterFile(organisation);
    private final TestClient hr = PeopleUnderTest.hr(organisation);

    @Test
    void a_later_good_record_about_the_person_closes_the_item_also_under_the_same_id() {
        Map<String, String> attributes = system.attributes(HrSystem.UPSERTED, "X2");
        system.send(attributes, HrSystem.person("X2", "2026-01-01", "\"hoursPerWeek\":\"36\""));
        awaitQuarantined(1);
        String item = hr.get("/quarantine").text("/items/0/id");
        system.send(attributes, HrSystem.person("X2", "2026-01-01", "\"hoursPerWeek\":36"));
        awaitQuarantined(0);
        assertThat(hr.get("/quarantine/" + item).text("/closed")).isEqualTo("REPAIRED");
    }

    @Test
    void a_good_record_said_before_the_faulty_one_closes_nothing() {
        Map<String, String> older = system.attributes(HrSystem.UPSERTED, "X2");
        system.send(
                system.attributes(HrSystem.UPSERTED, "X2"),
                HrSystem.person("X2", "2026-01-01", "\"hoursPerWeek\":\"36\""));
        system.send(older, HrSystem.person("X2", "2026-01-01"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(hr.get("/summary").json().toString())
                                .isEqualTo(
                                        "{\"employed\":1,\"left\":0,\"withManager\":0,\"withoutManager\":1,\"quarantined\":1}"));
    }

    @Test
    void hr_corrects_one_field_after_the_other_and_the_item_closes_when_nothing_is_wrong() {
        system.send(
                system.attributes(HrSystem.UPSERTED, "X3"),
                HrSystem.person(
                        "X3",
                        "2026-01-01",
                        "\"hoursPerWeek\":\"36\"",
                        "\"email\":\"geen-adres\"",
                        "\"team\":\"Zorg\""));
        awaitQuarantined(1);
        String item = hr.get("/quarantine").text("/items/0/id");
        assertThat(hr.get("/quarantine/" + item).json().path("fields").toString())
                .contains(
                        "\"field\":\"hoursPerWeek\",\"code\":\"wrong-type\"",
                        "\"value\":\"36\"",
                        "a number from 0 to 60")
                .doesNotContain("\"value\":\"geen-adres\"");
        assertThat(correct(item, "{\"hours\":36}").problem()).isEqualTo("400 correction-field-unknown");
        HttpAnswer first = correct(item, "{\"hoursPerWeek\":36}");
        assertThat(first.text("/outcome")).isEqualTo("SET_ASIDE");
        assertThat(first.json().at("/setAside/fields")).hasSize(1);
        HttpAnswer second = correct(item, "{\"email\":\"x3@ft.example\"}");
        assertThat(second.text("/outcome")).isEqualTo("NEW");
        awaitQuarantined(0);
        assertThat(hr.get("/" + second.text("/person")).text("/teamName")).isEqualTo("Zorg");
        assertThat(hr.get("/" + second.text("/person")).text("/minutesPerWeek")).isEqualTo("2160");
        assertThat(correct(item, "{}").problem()).isEqualTo("409 quarantined-record-closed");
    }

    @Test
    void a_correction_keeps_its_place_and_does_not_undo_what_was_said_since() {
        records.row(
                "'employeeNumber':'1','effectiveAt':'2026-01-01','familyName':'Oud','startDate':'2020-01-01','hoursPerWeek':'veel'");
        String item = awaitItem();
        correct(item, "{\"employeeNumber\":\"2\"}");
        records.nextFile()
                .row("'employeeNumber':'1','effectiveAt':'2026-01-01','familyName':'Nieuw','startDate':'2020-01-01'");
        assertThat(correct(item, "{\"employeeNumber\":\"1\",\"hoursPerWeek\":36}")
                        .text("/outcome"))
                .isEqualTo("SUPERSEDED");
        awaitQuarantined(0);
        assertThat(hr.get("/by-number?source=csv&number=1").json()).hasSize(1);
    }

    @Test
    void two_contracts_of_one_person_in_one_file_keep_the_first_and_hr_sees_the_second() {
        String contract = "'employeeNumber':'00251','effectiveAt':'2026-11-01','familyName':'Dubbel',";
        assertThat(records.row(contract + "'startDate':'2020-01-01','hoursPerWeek':16,'job':'Docent'")
                        .setAside())
                .isNull();
        RecordResult second = records.row(contract + "'startDate':'2021-01-01','hoursPerWeek':20,'job':'Onderzoeker'");
        assertThat(second.setAside().code()).isEqualTo("twice-in-file");
        assertThat(correct(awaitItem(), "{}").text("/outcome"))
                .as("HR says that this one is right")
                .isEqualTo("CHANGED");

        Map<String, String> one = inBatch("00252", "night-1");
        system.send(one, HrSystem.person("00252", "2026-01-01", "\"hoursPerWeek\":16"));
        Map<String, String> other = inBatch("00252", "night-1");
        system.send(other, HrSystem.person("00252", "2026-01-01", "\"hoursPerWeek\":20"));
        awaitQuarantined(1);
        assertThat(hr.get("/quarantine").text("/items/0/fields/0/code")).isEqualTo("twice-in-file");
        assertThat(hr.get("/quarantine").text("/items/0/explanation"))
                .startsWith("The file describes this person twice");
    }

    @Test
    void a_row_of_which_nothing_could_be_read_is_filled_in_by_hand() {
        records.process(ParseResult.Faulty.of(new FieldFault("row", "cells-differ-from-heading")));
        String item = awaitItem();
        assertThat(correct(item, "{\"employeeNumber\":\"9\"}").text("/setAside/code"))
                .isEqualTo("missing");
        assertThat(correct(item, "{\"effectiveAt\":\"2026-01-01\",\"familyName\":\"Rij\",\"startDate\":\"2020-01-01\"}")
                        .text("/outcome"))
                .isEqualTo("NEW");
    }

    @Test
    void a_stranger_s_record_is_not_corrected_here_and_nobody_else_corrects() {
        Map<String, String> attributes = system.attributes(HrSystem.UPSERTED, "1");
        attributes.put("source", "stranger");
        system.send(attributes, HrSystem.person("1", "2026-01-01"));
        String item = awaitItem();
        assertThat(correct(item, "{}").problem()).isEqualTo("409 record-not-correctable");
        assertThat(PeopleUnderTest.as("anna", organisation, Role.EMPLOYEE)
                        .post("/quarantine/" + item + "/correction", "{\"fields\":{}}")
                        .problem())
                .isEqualTo("403 forbidden");
        assertThat(PeopleUnderTest.hr("elsewhere")
                        .post("/quarantine/" + item + "/correction", "{\"fields\":{}}")
                        .problem())
                .isEqualTo("404 quarantined-record-unknown");
    }

    private Map<String, String> inBatch(String number, String batch) {
        Map<String, String> attributes = system.attributes(HrSystem.UPSERTED, number);
        attributes.put("batch", batch);
        return attributes;
    }

    private HttpAnswer correct(String item, String fields) {
        return hr.post("/quarantine/" + item + "/correction", "{\"fields\":" + fields + "}");
    }

    private String awaitItem() {
        awaitQuarantined(1);
        return hr.get("/quarantine").text("/items/0/id");
    }

    private void awaitQuarantined(int records) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                hr.get("/summary").json().path("quarantined").asInt())
                        .isEqualTo(records));
    }
}
