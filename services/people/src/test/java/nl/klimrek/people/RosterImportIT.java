package nl.klimrek.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.ServiceUnderTest;
import nl.klimrek.testkit.service.TestClient;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** A file over HTTP: looked at first, then taken; every row has its outcome. */
class RosterImportIT {

    private static final String HEADING =
            "employeeNumber,effectiveAt,givenName,familyName,startDate,endDate,hoursPerWeek,workingDays,managerNumber\r\n";
    private static final String FILE = "\uFEFF" + HEADING
            + "1,2026-01-01,Noor,Voorbeeld,2024-03-01,,\"32,5\",MON TUE WED,2\r\n"
            + "2,2026-01-01,Bram,\"Baas, de\",2020-03-01,,,,\r\n"
            + "3,2026-01-01,Weg,Gegaan,2020-03-01,2025-12-31,,,2\r\n"
            + "4,morgen,,,2020-03-01,2019-01-01,99,,\r\n"
            + "1,2026-01-01,Noor,Dubbel,2024-03-01,,,,\r\n";

    private final String organisation = ServiceUnderTest.freshOrganisation();
    private final TestClient hr = PeopleUnderTest.hr(organisation);

    @Test
    void a_dry_run_says_what_would_happen_and_changes_nothing() {
        HttpAnswer looked = PeopleUnderTest.importing(hr.withLanguage("nl"), "", FILE);
        assertThat(looked.status()).isEqualTo(200);
        assertThat(looked.text("/rows") + " " + counts(looked)).isEqualTo("5 NEW:3 SET_ASIDE:2");
        assertThat(looked.text("/taken") + "+" + looked.text("/quarantined")).isEqualTo("3+2");
        assertThat(looked.text("/encoding") + " " + looked.text("/encodingBasis") + " " + looked.text("/format"))
                .isEqualTo("UTF-8 MARK CSV");
        assertThat(looked.json().path("errors")).hasSize(5);
        assertThat(looked.text("/errors/0/message"))
                .isEqualTo("effectiveAt is geen datum zoals 2026-11-01. "
                        + "Verwacht: de dag vanaf wanneer dit geldt, zoals 2026-11-01.");
        assertThat(hr.get("/summary").json().path("employed").asInt()).isZero();
        assertThat(hr.withLanguage("nl")
                        .get("/imports/" + looked.text("/id"))
                        .json()
                        .path("results"))
                .isEqualTo(looked.json().path("results"));
    }

    @Test
    void a_run_takes_every_valid_row_sets_the_others_aside_and_does_neither_twice() {
        String key = UUID.randomUUID().toString();
        HttpAnswer first = PeopleUnderTest.importing(hr, "?dryRun=false", FILE, key);
        assertThat(counts(first)).isEqualTo("NEW:3 SET_ASIDE:2");
        awaitFigures();
        HttpAnswer again = PeopleUnderTest.importing(hr, "?dryRun=false", FILE, key);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(PeopleUnderTest.importing(hr, "?dryRun=false", FILE + "9,2026-01-01,,Ander,2024-01-01,,,,\r\n", key)
                        .problem())
                .isEqualTo("422 idempotency-key-reused");
        assertThat(counts(hr.get("/imports/" + first.text("/id")))).isEqualTo("NEW:3 SET_ASIDE:2");
        awaitFigures();
        assertThat(hr.get("/quarantine").json().toString()).contains("twice-in-file");
        assertThat(counts(PeopleUnderTest.importing(hr, "?dryRun=false", FILE)))
                .as("the next night")
                .isEqualTo("UNCHANGED:3 SET_ASIDE:2");
    }

    @Test
    void rows_are_paged_and_can_be_asked_for_by_outcome() {
        StringBuilder csv = new StringBuilder("employeeNumber,effectiveAt,familyName,startDate\n");
        for (int i = 1; i <= 450; i++) {
            csv.append(i).append(i % 100 == 0 ? ",gisteren," : ",2026-01-01,").append("Naam,2020-01-01\n");
        }
        HttpAnswer done = PeopleUnderTest.importing(hr, "?dryRun=false&limit=3", csv.toString());
        assertThat(counts(done)).isEqualTo("NEW:446 SET_ASIDE:4");
        assertThat(rows(done)).containsExactly(1, 2, 3);
        String id = done.text("/id");
        assertThat(rows(hr.get("/imports/" + id + "?after=399&limit=3"))).containsExactly(400, 401, 402);
        HttpAnswer aside = hr.get("/imports/" + id + "?outcome=SET_ASIDE&after=100&limit=2");
        assertThat(rows(aside)).containsExactly(200, 300);
        assertThat(aside.text("/results/next")).isEqualTo("300");
        assertThat(hr.get("/imports/" + id + "?outcome=SET_ASIDE&after=300").text("/results/next"))
                .isNull();
        assertThat(hr.get("/imports").text("/items/0/id")).isEqualTo(id);
        assertThat(PeopleUnderTest.hr("elsewhere").get("/imports/" + id).problem())
                .isEqualTo("404 import-unknown");
        assertThat(PeopleUnderTest.hr("elsewhere").get("/imports").json().path("items"))
                .isEmpty();
    }

    @Test
    void a_file_changes_only_what_it_contains_and_the_dry_run_shows_each_difference() {
        PeopleUnderTest.importing(
                hr,
                "?dryRun=false",
                "employeeNumber,effectiveAt,familyName,givenName,email,team,startDate,hoursPerWeek\n"
                        + "K1,2026-01-01,Meisjesnaam,Lies,lies@ft.example,Team A,2020-01-01,36\n");
        String fewer =
                "employeeNumber,effectiveAt,familyName,startDate,hoursPerWeek\nK1,2026-02-01,Trouwnaam,2020-01-01,20\n";
        HttpAnswer looked = PeopleUnderTest.importing(hr, "", fewer);
        assertThat(looked.json().at("/results/items/0/changes").toString())
                .isEqualTo("[{\"field\":\"familyName\",\"before\":\"Meisjesnaam\",\"after\":\"Trouwnaam\"},"
                        + "{\"field\":\"hoursPerWeek\",\"before\":36,\"after\":20}]");
        HttpAnswer done = PeopleUnderTest.importing(hr, "?dryRun=false", fewer);
        assertThat(counts(done)).isEqualTo("CHANGED:1");
        assertThat(done.json().at("/results/items/0/changes").findValuesAsText("field"))
                .containsExactly("familyName", "hoursPerWeek");
        assertThat(done.json().toString())
                .as("a result that is kept holds no names")
                .doesNotContain("Trouwnaam");
        HttpAnswer emptied = PeopleUnderTest.importing(
                hr,
                "",
                "employeeNumber,effectiveAt,familyName,startDate,team,email\nK1,2026-03-01,Trouwnaam,2020-01-01,,lies@ft.example\n");
        assertThat(emptied.json().at("/results/items/0/changes").findValuesAsText("field"))
                .as("an empty cell empties")
                .containsExactly("team");
    }

    @Test
    void a_workbook_and_unicode_text_and_an_older_spreadsheet_are_read_like_csv() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("people");
            List<String> heading = List.of("employeeNumber", "effectiveAt", "familyName", "startDate");
            for (int i = 0; i < heading.size(); i++) {
                sheet.value(0, i, heading.get(i));
            }
            sheet.value(1, 0, "X1");
            sheet.value(1, 1, LocalDate.of(2026, 1, 1));
            sheet.style(1, 1).format("d-m-yyyy").set();
            sheet.value(1, 2, "M\u00fcller");
            sheet.value(1, 3, "2020-01-01");
        }
        HttpAnswer workbook = PeopleUnderTest.importing(
                hr,
                "?dryRun=false",
                bytes.toByteArray(),
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                UUID.randomUUID().toString());
        assertThat(workbook.text("/format") + " " + counts(workbook)).isEqualTo("XLSX NEW:1");
        String text =
                "employeeNumber\teffectiveAt\tfamilyName\tstartDate\r\nX1\t2026-01-01\tM\u00fcller\t2020-01-01\r\n";
        HttpAnswer unicode = PeopleUnderTest.importing(
                hr,
                "?dryRun=false",
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE),
                "text/plain",
                "u" + UUID.randomUUID());
        assertThat(unicode.text("/encoding") + " " + counts(unicode)).isEqualTo("UTF-16LE UNCHANGED:1");
        HttpAnswer older = PeopleUnderTest.importing(
                hr,
                "?dryRun=false",
                text.replace('\t', ';').getBytes(Charset.forName("windows-1252")),
                "text/csv",
                "o" + UUID.randomUUID());
        assertThat(older.text("/encoding") + " " + older.text("/encodingBasis") + " " + counts(older))
                .isEqualTo("windows-1252 DETECTED UNCHANGED:1");
    }

    @Test
    void one_byte_of_another_encoding_is_refused_whole_with_its_place_and_the_way_out() {
        byte[] file = (HEADING
                        + "1,2026-01-01,Zo\u00eb,\u00c7elik,2020-01-01,,,,\r\n2,2026-01-01,Jan,M?ller,2020-01-01,,,,\r\n")
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < file.length; i++) {
            file[i] = file[i] == '?' ? (byte) 0xFC : file[i];
        }
        HttpAnswer refused = PeopleUnderTest.importing(
                hr, "?dryRun=false", file, "text/csv", UUID.randomUUID().toString());
        assertThat(refused.problem()).isEqualTo("400 encoding-doubtful");
        assertThat(refused.text("/detail")).contains("line 3, character 19", "?encoding=", "--encoding");
        assertThat(hr.get("/summary").json().path("employed").asInt()).isZero();
        assertThat(hr.get("/imports").text("/items/0/status") + " "
                        + hr.get("/imports").text("/items/0/problem/code"))
                .isEqualTo("REFUSED encoding-doubtful");
        assertThat(PeopleUnderTest.importing(hr, "?encoding=klingon", FILE).problem())
                .isEqualTo("400 encoding-unknown");
    }

    @Test
    void a_wrong_cell_is_named_with_its_value_and_what_is_expected_but_a_personal_one_is_not_repeated() {
        HttpAnswer looked = PeopleUnderTest.importing(
                hr,
                "",
                "employeeNumber,effectiveAt,familyName,startDate,hoursPerWeek,email\n"
                        + "1,2026-01-01 08:30,Naam,2020-01-01,36,\n"
                        + "2,2026-01-01,Naam,2020-01-01,zesendertig,nergens\n"
                        + "3,2026-01-01,Naam,2020-01-01\n"
                        + "4,Naam,2026-01-01,2020-01-01,36,\n"
                        + "5,2026-01-01,Naa\uFFFDm,2020-01-01,36,\n"
                        + "6,2026-01-01,NULL,2020-01-01,36,\n"
                        + "7,2026-01-01,Na");
        assertThat(looked.json().path("errors").findValuesAsText("message"))
                .containsExactly(
                        "effectiveAt \"2026-01-01 08:30\" is not a date such as 2026-11-01. Expected: the day from which this holds, such as 2026-11-01.",
                        "email is not an e-mail address. Expected: one work e-mail address, such as n.voorbeeld@example.org.",
                        "hoursPerWeek \"zesendertig\" is missing or not of the expected kind. Expected: a number from 0 to 60, such as 36 or 32.5.",
                        "row \"4/6\" has more or fewer cells than the heading. Expected: as many cells as the heading has.",
                        "effectiveAt is not a date such as 2026-11-01. Expected: the day from which this holds, such as 2026-11-01.",
                        "familyName has a replacement character for a letter that was lost earlier; export the file again as \"CSV UTF-8\". Expected: a name, at most 200 characters.",
                        "row \"3/6\" has fewer cells than the heading: the file ends in the middle of this row. Expected: as many cells as the heading has.");
    }

    @Test
    void a_file_that_is_no_roster_is_refused_whole() {
        HttpAnswer misspelt = PeopleUnderTest.importing(
                hr,
                "",
                "employeeNumber,effectiveAt,familyName,startDate,manager_number,hours\n1,2026-01-01,x,2020-01-01,2,24\n");
        assertThat(misspelt.problem()).isEqualTo("400 csv-heading-invalid");
        assertThat(misspelt.text("/detail")).contains("\"manager_number\" (managerNumber?), \"hours\" (hoursPerWeek?)");
        assertThat(PeopleUnderTest.importing(hr, "", "name,age\r\nx,1\r\n").problem())
                .isEqualTo("400 csv-heading-invalid");
        HttpAnswer noHeading = PeopleUnderTest.importing(hr, "", "1,2026-01-01,Adinolfi,2020-01-01\r\n");
        assertThat(noHeading.problem()).isEqualTo("400 csv-heading-invalid");
        assertThat(noHeading.json().toString()).doesNotContain("Adinolfi");
        assertThat(PeopleUnderTest.importing(hr, "", "").problem()).isEqualTo("400 file-empty");
        assertThat(PeopleUnderTest.importing(hr, "", "\r\n").problem()).isEqualTo("400 file-empty");
        assertThat(PeopleUnderTest.importing(hr, "", HEADING).problem()).isEqualTo("400 file-without-rows");
        assertThat(PeopleUnderTest.importing(hr, "", HEADING + "1,\"2026").problem())
                .isEqualTo("400 csv-unreadable");
        assertThat(PeopleUnderTest.importing(hr, "", HEADING + "1".repeat(300_000))
                        .problem())
                .isEqualTo("400 row-too-long");
    }

    @Test
    void columns_with_other_names_are_read_by_the_names_given_and_left_out_when_asked() {
        String foreign =
                "Personeelsnummer;Geldt vanaf, dag;Achternaam;Begonnen;Schoenmaat\n77;2026-01-01;Vos;2020-01-01;43\n78;2026-01-01;Das;2020-01-01\n";
        String names =
                "?column=Personeelsnummer:employeeNumber&column=Geldt%20vanaf,%20dag:effectiveAt&column=Achternaam:familyName&column=Begonnen:startDate";
        assertThat(PeopleUnderTest.importing(hr, names, foreign).problem()).isEqualTo("400 csv-heading-invalid");
        HttpAnswer done = PeopleUnderTest.importing(hr, names + "&column=Schoenmaat:&dryRun=false", foreign);
        assertThat(counts(done)).isEqualTo("NEW:1 SET_ASIDE:1");
        assertThat(hr.get("/" + done.text("/results/items/0/person")).text("/familyName"))
                .isEqualTo("Vos");
        HttpAnswer unknown = PeopleUnderTest.importing(
                hr, "?column=Personeelsnummer:staffNumber&column=a:email&column=b:email&column=zonder", foreign);
        assertThat(unknown.problem()).isEqualTo("400 column-names-invalid");
        assertThat(unknown.text("/detail")).contains("Personeelsnummer:staffNumber, b:email, zonder", "employeeNumber");
        HttpAnswer absent = PeopleUnderTest.importing(hr, "?column=Nummer:employeeNumber", foreign);
        assertThat(absent.problem() + " " + absent.text("/detail"))
                .startsWith("400 column-not-in-file Not in the file: Nummer.");
        String key = UUID.randomUUID().toString();
        assertThat(PeopleUnderTest.importing(hr, names + "&column=Schoenmaat:", foreign, key)
                        .status())
                .isEqualTo(200);
        assertThat(PeopleUnderTest.importing(hr, names, foreign, key).problem())
                .as("other names are another request")
                .isEqualTo("422 idempotency-key-reused");
    }

    @Test
    void a_dry_run_is_made_real_without_sending_the_file_again_and_only_once() {
        String foreign =
                "Nr;effectiveAt;familyName;startDate\n91;2026-01-01;M\u00fcller;2020-01-01\n92;morgen;Das;2020-01-01\n";
        HttpAnswer looked = PeopleUnderTest.importing(
                hr,
                "?column=Nr:employeeNumber&encoding=windows-1252",
                foreign.getBytes(Charset.forName("windows-1252")),
                "text/csv",
                UUID.randomUUID().toString());
        assertThat(looked.text("/applicableUntil")).isNotNull();
        assertThat(PeopleUnderTest.hr("elsewhere")
                        .post("/imports/" + looked.text("/id") + "/application", "")
                        .problem())
                .isEqualTo("404 import-unknown");
        assertThat(PeopleUnderTest.as("anna", organisation, Role.EMPLOYEE)
                        .post("/imports/" + looked.text("/id") + "/application", "")
                        .problem())
                .isEqualTo("403 forbidden");
        HttpAnswer done = hr.post("/imports/" + looked.text("/id") + "/application", "");
        assertThat(done.text("/dryRun") + " " + counts(done)).isEqualTo("false NEW:1 SET_ASIDE:1");
        assertThat(hr.get("/" + done.text("/results/items/0/person")).text("/familyName"))
                .isEqualTo("M\u00fcller");
        assertThat(hr.get("/imports/" + looked.text("/id")).json().has("applicableUntil"))
                .isFalse();
        HttpAnswer twice = hr.withLanguage("nl").post("/imports/" + looked.text("/id") + "/application", "");
        assertThat(twice.problem() + " " + twice.text("/title"))
                .isEqualTo("409 import-applied-already Dit bestand is al verwerkt");
        assertThat(hr.post("/imports/" + done.text("/id") + "/application", "").problem())
                .isEqualTo("409 import-no-dry-run");
        assertThat(hr.get("/imports").json().path("items")).hasSize(2);
    }

    @Test
    void a_million_empty_rows_are_no_rows_and_twenty_thousand_short_ones_no_file() {
        assertThat(counts(PeopleUnderTest.importing(
                        hr,
                        "?dryRun=false",
                        HEADING + ",,,,,,,,\n".repeat(1_000_000) + "1,2026-01-01,,Naam,2020-01-01,,,,\n")))
                .isEqualTo("NEW:1");
        HttpAnswer shortRows = PeopleUnderTest.importing(hr, "?dryRun=false", HEADING + "1\n".repeat(20_000));
        assertThat(shortRows.problem()).isEqualTo("400 rows-do-not-fit");
        assertThat(shortRows.text("/details/mostly")).isEqualTo("row: cells-differ-from-heading");
        assertThat(hr.get("/summary").json().path("quarantined").asInt()).isZero();
    }

    @Test
    void only_hr_and_hr_systems_import_and_only_for_their_own_sources() {
        assertThat(PeopleUnderTest.importing(PeopleUnderTest.as("anna", organisation, Role.EMPLOYEE), "", FILE)
                        .problem())
                .isEqualTo("403 forbidden");
        assertThat(PeopleUnderTest.as("anna", organisation, Role.EMPLOYEE)
                        .get("/imports")
                        .problem())
                .isEqualTo("403 forbidden");
        assertThat(PeopleUnderTest.importing(PeopleUnderTest.as("hr-system", organisation, Role.HR_SYSTEM), "", FILE)
                        .status())
                .isEqualTo(200);
        assertThat(PeopleUnderTest.importing(hr, "?source=hr-" + organisation, FILE)
                        .status())
                .isEqualTo(200);
        assertThat(PeopleUnderTest.importing(PeopleUnderTest.hr("elsewhere"), "?source=hr-" + organisation, FILE)
                        .problem())
                .isEqualTo("400 source-not-bound");
    }

    private static String counts(HttpAnswer answer) {
        return answer.json().path("counts").properties().stream()
                .filter(count -> count.getValue().asLong() > 0)
                .map(count -> count.getKey() + ":" + count.getValue().asLong())
                .collect(Collectors.joining(" "));
    }

    private static List<Integer> rows(HttpAnswer answer) {
        List<Integer> rows = new ArrayList<>();
        answer.json()
                .at("/results/items")
                .forEach(row -> rows.add(row.path("row").asInt()));
        return rows;
    }

    private void awaitFigures() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(hr.get("/summary").json().toString())
                                .isEqualTo(
                                        "{\"employed\":2,\"left\":1,\"withManager\":1,\"withoutManager\":1,\"quarantined\":2}"));
    }
}
