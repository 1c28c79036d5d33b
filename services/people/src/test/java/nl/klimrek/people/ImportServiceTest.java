package nl.klimrek.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;

import nl.klimrek.servicekit.security.Role;
import org.junit.jupiter.api.Test;

/** A CSV file over HTTP: looked at first, then taken. */
class ImportServiceTest {

    private static final String HEADING = "employeeNumber,effectiveAt,givenName,familyName,startDate,endDate,hoursPerWeek,workingDays,managerNumber\r\n";
    private static final String FILE = "\uFEFF" + HEADING
            + "1,2026-01-01,Noor,Voorbeeld,2024-03-01,,\"32,5\",MON TUE WED,2\r\n"
            + "2,2026-01-01,Bram,\"Baas, de\",2020-03-01,,,,\r\n"
            + "3,2026-01-01,Weg,Gegaan,2020-03-01,2025-12-31,,,2\r\n"
            + "4,morgen,,,2020-03-01,2019-01-01,99,,\r\n"
            + "1,2026-01-01,Noor,Dubbel,2024-03-01,,,,\r\n";

    private final String organisation = RunningPeople.freshOrganisation();
    private final Api hr = Api.hr(organisation);

    @Test
    void a_dry_run_says_what_would_happen_and_changes_nothing() {
        Api.Answer looked = hr.reading("nl").importing("", FILE);
        assertThat(looked.status()).isEqualTo(200);
        assertThat(looked.text("/rows")).isEqualTo("5");
        assertThat(looked.text("/taken")).isEqualTo("3");
        assertThat(looked.text("/quarantined")).isEqualTo("2");
        assertThat(looked.json().path("errors")).hasSize(5);
        assertThat(looked.json().toString()).contains("\"row\":4,\"column\":\"effectiveAt\",\"code\":\"not-a-date\",\"message\":\"is geen datum");
        assertThat(hr.get("/summary").json().path("employed").asInt()).isZero();
        assertThat(hr.get("/imports/" + looked.text("/id")).problem()).isEqualTo("404 import-unknown");
    }

    @Test
    void a_run_takes_every_valid_row_sets_the_others_aside_and_does_neither_twice() {
        String key = UUID.randomUUID().toString();
        Api.Answer first = hr.importing("?dryRun=false", FILE, key);
        assertThat(first.text("/taken") + "+" + first.text("/quarantined")).isEqualTo("3+2");
        awaitFigures();
        Api.Answer again = hr.importing("?dryRun=false", FILE, key);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(hr.importing("?dryRun=false", FILE + "9,2026-01-01,,Ander,2024-01-01,,,,\r\n", key).problem())
                .isEqualTo("422 idempotency-key-reused");
        assertThat(hr.get("/imports/" + first.text("/id")).text("/taken")).isEqualTo("3");
        awaitFigures();
        assertThat(hr.get("/quarantine").json().toString()).contains("twice-in-file");
    }

    @Test
    void a_file_that_is_no_roster_is_refused_whole() {
        assertThat(hr.importing("", "name,age\r\nx,1\r\n").problem()).isEqualTo("400 csv-heading-invalid");
        assertThat(hr.importing("", "\r\n").problem()).isEqualTo("400 csv-heading-invalid");
        assertThat(hr.importing("", HEADING + "1,\"2026").problem()).isEqualTo("400 csv-unreadable");
    }

    @Test
    void only_hr_and_hr_systems_import_and_only_for_their_own_sources() {
        assertThat(Api.as("anna", organisation, Role.EMPLOYEE).importing("", FILE).problem()).isEqualTo("403 forbidden");
        assertThat(Api.as("hr-system", organisation, Role.HR_SYSTEM).importing("", FILE).status()).isEqualTo(200);
        assertThat(hr.importing("?source=hr-" + organisation, FILE).status()).isEqualTo(200);
        assertThat(Api.hr("elsewhere").importing("?source=hr-" + organisation, FILE).problem()).isEqualTo("400 source-not-bound");
    }

    private void awaitFigures() {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(hr.get("/summary").json().toString()).isEqualTo(
                "{\"employed\":2,\"left\":1,\"withManager\":1,\"withoutManager\":1,\"quarantined\":2}"));
    }
}
