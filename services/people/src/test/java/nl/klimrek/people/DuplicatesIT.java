package nl.klimrek.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import nl.klimrek.contracts.Topics;
import nl.klimrek.people.person.PossibleDuplicate.Likeness;
import nl.klimrek.people.person.RecordOutcome;
import nl.klimrek.people.person.RecordResult;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.ServiceUnderTest;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One person stays one person: normalised numbers, questions to HR, and addresses that two people share. */
class DuplicatesIT {

    private static final String ADA =
            "'familyName':'Vermeer','givenName':'Ada','email':'ada@ft.example','startDate':'2015-01-01'";
    private static final String PIET =
            "'familyName':'Bos','givenName':'Piet','email':'piet@ft.example','startDate':'2016-01-01'";

    private final String organisation = ServiceUnderTest.freshOrganisation();
    private final RosterFile records = new RosterFile(organisation);
    private final TestClient hr = PeopleUnderTest.hr(organisation);

    @ParameterizedTest
    @CsvSource({
        "'G1\\u00a0'",
        "'\\u200bG1'",
        "' G1\\u2003'",
        "'\\ufeffG1'",
        "'G\\u20601'",
        "'\\uff271'",
        "'G1\\u200e'",
        "'\\u3000G1'"
    })
    void a_number_with_signs_that_nobody_sees_is_the_same_number(String spelled) {
        RecordResult first = records.row(person("G1", "'familyName':'Spatie','startDate':'2020-01-01'"));
        RecordResult second = records.nextFile().row(person(spelled, "'familyName':'Spatie','startDate':'2020-01-01'"));
        assertThat(second.outcome()).isEqualTo(RecordOutcome.UNCHANGED);
        assertThat(second.person()).isEqualTo(first.person());
    }

    @Test
    void names_and_addresses_lose_what_nobody_sees_and_keep_what_makes_them() {
        String id = records.row(
                        person(
                                "G4",
                                "'familyName':'Spatie\\u00a0','givenName':'\\u200bZoe\\u0308','email':'\\u00a0g4@ft.example','startDate':'2020-01-01\\u00a0'"))
                .person();
        JsonNode shown = hr.get("/" + id).json();
        assertThat(shown.path("familyName").asText()).isEqualTo("Spatie");
        assertThat(shown.path("givenName").asText()).isEqualTo("Zo\u00eb");
        assertThat(shown.path("email").asText()).isEqualTo("g4@ft.example");
        assertThat(records.row(person("N1", "'familyName':'NULL','startDate':'2020-01-01'"))
                        .outcome())
                .isEqualTo(RecordOutcome.NEW);
    }

    @Test
    void an_address_is_found_in_any_spelling_and_one_that_two_share_is_nobody_s() {
        String ada = records.row(person("A1", ADA)).person();
        String gone = records.nextFile()
                .row(person(
                        "A2",
                        "'familyName':'Weg','email':'weg@ft.example','startDate':'2015-01-01','endDate':'2020-01-01'"))
                .person();
        records.nextFile().row(person("A3", "'familyName':'Een','email':'team@ft.example','startDate':'2015-01-01'"));
        records.nextFile().row(person("A4", "'familyName':'Twee','email':'Team@ft.example','startDate':'2016-01-01'"));
        JsonNode found = hr.get(
                        "/by-email?email=ADA%40ft.example&email=weg@ft.example&email=%C2%A0team@ft.example&email=niemand@ft.example")
                .json();
        assertThat(found.toString())
                .isEqualTo("[{\"email\":\"ADA@ft.example\",\"person\":\"" + ada + "\",\"shared\":false},"
                        + "{\"email\":\"weg@ft.example\",\"person\":\"" + gone + "\",\"shared\":false},"
                        + "{\"email\":\"\u00a0team@ft.example\",\"shared\":true}]");
        records.nextFile().row(person("A1", ADA.replace("ada@", "a.vermeer@")));
        assertThat(hr.get("/by-email?email=ada@ft.example").json())
                .as("an address she no longer has")
                .isEmpty();
        assertThat(PeopleUnderTest.hr(ServiceUnderTest.freshOrganisation())
                        .get("/by-email?email=weg@ft.example")
                        .json())
                .isEmpty();
        assertThat(PeopleUnderTest.as("hr-system", organisation, Role.HR_SYSTEM)
                        .get("/by-email?email=weg@ft.example")
                        .json())
                .hasSize(1);
        assertThat(PeopleUnderTest.as("anna", organisation, Role.EMPLOYEE)
                        .get("/by-email?email=weg@ft.example")
                        .problem())
                .isEqualTo("403 forbidden");
        assertThat(hr.get("/by-email?x=").problem()).isEqualTo("400 addresses-invalid");
        assertThat(hr.get("/by-email?" + "email=a@b.example&".repeat(101)).problem())
                .isEqualTo("400 addresses-invalid");
    }

    @Test
    void numbers_that_lost_their_leading_zeros_wait_for_hr_and_become_no_second_person() {
        RecordResult ada = records.row(person("000123", ADA));
        RecordResult piet = records.row(person("000124", PIET + ",'managerNumber':'000123'"));
        records.nextFile();
        assertThat(records.preview(person("123", ADA)).questions())
                .singleElement()
                .satisfies(question -> {
                    assertThat(question.person()).isEqualTo(ada.person());
                    assertThat(question.because())
                            .contains(Likeness.NUMBER_WITHOUT_ZEROS, Likeness.SAME_EMAIL, Likeness.SAME_NAME_AND_START);
                });
        assertThat(questions()).isEmpty();
        RecordResult held = records.row(person("123", ADA + ",'team':'Zorg'"));
        records.row(person("124", PIET + ",'managerNumber':'123'"));
        assertThat(held.outcome()).isEqualTo(RecordOutcome.SET_ASIDE);
        assertThat(held.setAside().code()).isEqualTo("possibly-known");
        records.nextFile().row(person("123", ADA + ",'team':'Zorg Noord'"));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(hr.get("/summary").json().path("employed").asInt()).isEqualTo(2);
            assertThat(hr.get("/summary").json().path("quarantined").asInt())
                    .as("the newest record of each waits")
                    .isEqualTo(2);
        });
        assertThat(questions()).hasSize(2);

        HttpAnswer answered = answer(question("123"), "SAME_PERSON");
        answer(question("124"), "SAME_PERSON");
        assertThat(answered.text("/result/outcome")).isEqualTo("CHANGED");
        assertThat(hr.get("/" + ada.person()).text("/teamName")).isEqualTo("Zorg Noord");
        assertThat(records.nextFile().row(person("123", ADA + ",'team':'Zorg'")).person())
                .isEqualTo(ada.person());
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(hr.get("/" + piet.person()).text("/manager")).isEqualTo(ada.person());
            assertThat(hr.get("/" + ada.person() + "/reports").json().path("items"))
                    .hasSize(1);
            assertThat(hr.get("/summary").json().toString())
                    .isEqualTo("{\"employed\":2,\"left\":0,\"withManager\":1,\"withoutManager\":1,\"quarantined\":0}");
        });
        assertThat(questions()).isEmpty();
        assertThat(hr.get("/by-number?source=csv&number=123").text("/0/person")).isEqualTo(ada.person());
    }

    @Test
    void a_leave_under_a_number_that_lost_its_zeros_makes_nobody_known() {
        HrSystem system = new HrSystem(organisation);
        system.employee("000123", "2026-01-01", "\"givenName\":\"Ada\"", "\"email\":\"ada@ft.example\"");
        system.leaves("123", "2026-02-01", "2026-01-31");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                hr.get("/summary").json().path("quarantined").asInt())
                        .isEqualTo(1));
        system.send(
                system.attributes(HrSystem.UPSERTED, "123"),
                HrSystem.person("123", "2026-01-01", "\"email\":\"ADA@ft.example\"")
                        .replace("Naam123", "Naam000123"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(questions()).hasSize(1));
        answer(question("123"), "SAME_PERSON");
        assertThat(hr.get("?limit=9").json().path("items")).hasSize(1);
    }

    @Test
    void different_people_are_made_two_and_hr_is_not_asked_again() {
        records.row(person("A1", ADA));
        records.nextFile();
        assertThat(records.row(person("A2", ADA)).outcome()).isEqualTo(RecordOutcome.SET_ASIDE);
        String id = question("A2");
        assertThat(answer(id, "DIFFERENT_PEOPLE").text("/result/outcome")).isEqualTo("NEW");
        assertThat(answer(id, "SAME_PERSON").problem()).isEqualTo("409 question-answered");
        assertThat(records.nextFile().row(person("A2", ADA)).outcome()).isEqualTo(RecordOutcome.UNCHANGED);
        assertThat(questions()).isEmpty();
    }

    @Test
    void the_same_name_and_first_day_without_an_address_wait_and_namesakes_with_their_own_address_do_not() {
        records.row(person("N1", "'familyName':'Jansen','givenName':'Jan','startDate':'2020-01-01'"));
        records.nextFile();
        assertThat(records.row(person("N2", "'familyName':'Jansen','givenName':'Jan','startDate':'2020-01-01'"))
                        .setAside()
                        .code())
                .isEqualTo("possibly-known");
        assertThat(records.row(person("N3", "'familyName':'Jansen','givenName':'Jan','startDate':'2021-01-01'"))
                        .outcome())
                .isEqualTo(RecordOutcome.NEW);
        records.row(
                person("N4", "'familyName':'Vries','givenName':'An','startDate':'2020-01-01','email':'an@ft.example'"));
        RecordResult namesake = records.row(person(
                "N5", "'familyName':'Vries','givenName':'An','startDate':'2020-01-01','email':'an2@ft.example'"));
        assertThat(namesake.outcome()).isEqualTo(RecordOutcome.NEW);
        assertThat(namesake.questions()).hasSize(1);
    }

    @Test
    void a_dry_run_asks_about_two_rows_of_one_file_as_about_people_on_the_roster_and_notes_nothing() {
        String aart = person(
                "E1", "'familyName':'Balie','givenName':'Aart','email':'balie@ft.example','startDate':'2020-01-01'");
        String bea = person(
                "E2", "'familyName':'Balie','givenName':'Bea','email':'Balie@FT.example','startDate':'2020-01-01'");
        List<RecordResult> shown =
                records.dryRun(aart, bea, person("00123", ADA), person("123", ADA), aart.replace("2020", "2021"));
        assertThat(shown)
                .extracting(RecordResult::outcome)
                .containsExactly(
                        RecordOutcome.NEW,
                        RecordOutcome.NEW,
                        RecordOutcome.NEW,
                        RecordOutcome.SET_ASIDE,
                        RecordOutcome.SET_ASIDE);
        assertThat(shown.get(0).questions()).isEmpty();
        assertThat(shown.get(1).questions())
                .singleElement()
                .satisfies(question -> assertThat(question.because()).containsExactly(Likeness.SAME_EMAIL));
        assertThat(shown.get(3).setAside().code()).isEqualTo("possibly-known");
        assertThat(shown.get(4).setAside().code()).isEqualTo("twice-in-file");
        assertThat(records.row(bea).questions()).isEmpty();
        assertThat(questions()).isEmpty();
    }

    @Test
    void two_who_share_a_mailbox_are_two_people_of_whom_the_first_keeps_the_address() {
        String aart = records.row(person(
                        "E1",
                        "'familyName':'Balie','givenName':'Aart','email':'balie@ft.example','startDate':'2020-01-01'"))
                .person();
        RecordResult bea = records.row(person(
                "E2", "'familyName':'Balie','givenName':'Bea','email':'Balie@FT.example','startDate':'2020-01-01'"));
        assertThat(bea.outcome()).isEqualTo(RecordOutcome.NEW);
        assertThat(bea.questions())
                .singleElement()
                .satisfies(question -> assertThat(question.person()).isEqualTo(aart));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(listed(aart)).isEqualTo("balie@ft.example");
            assertThat(listed(bea.person())).isEqualTo("none");
        });
        assertThat(PeopleUnderTest.as(bea.person(), organisation, Role.EMPLOYEE)
                        .get("/me")
                        .text("/email"))
                .isEqualTo("Balie@FT.example");

        records.nextFile()
                .row(person(
                        "E1",
                        "'familyName':'Balie','givenName':'Aart','email':'aart@ft.example','startDate':'2020-01-01'"));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(listed(aart)).isEqualTo("aart@ft.example");
            assertThat(listed(bea.person())).isEqualTo("Balie@FT.example");
        });
    }

    @Test
    void two_on_the_roster_who_are_one_person_become_one() {
        String aart = records.row(person(
                        "E1",
                        "'familyName':'Balie','givenName':'Aart','email':'balie@ft.example','startDate':'2020-01-01'"))
                .person();
        String twice = records.row(
                        person(
                                "E2",
                                "'familyName':'Balie-Wit','givenName':'Aart','email':'balie@ft.example','startDate':'2021-01-01'"))
                .person();
        answer(question("E2"), "SAME_PERSON");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(hr.get("/" + twice).text("/standing")).isEqualTo("LEFT"));
        RecordResult later = records.nextFile()
                .row(
                        person(
                                "E2",
                                "'familyName':'Balie-Wit','givenName':'Aart','email':'balie@ft.example','startDate':'2020-01-01'"));
        assertThat(later.person()).isEqualTo(aart);
        assertThat(hr.get("/" + aart).text("/familyName")).isEqualTo("Balie-Wit");
    }

    @Test
    void questions_are_for_hr_of_the_organisation_only_and_shown_in_their_language() {
        records.row(person("000123", ADA));
        records.nextFile().row(person("123", ADA));
        String id = question("123");
        assertThat(hr.withLanguage("nl").get("/questions/" + id).text("/explanation"))
                .contains("nullen vooraan");
        assertThat(hr.get("/questions/" + id).text("/other/givenName")).isEqualTo("Ada");
        TestClient employee = PeopleUnderTest.as("anna", organisation, Role.EMPLOYEE, Role.MANAGER);
        assertThat(employee.get("/questions").problem()).isEqualTo("403 forbidden");
        assertThat(employee.post("/questions/" + id + "/answer", "{\"answer\":\"SAME_PERSON\"}")
                        .problem())
                .isEqualTo("403 forbidden");
        TestClient elsewhere = PeopleUnderTest.hr("elsewhere");
        assertThat(elsewhere.get("/questions/" + id).problem()).isEqualTo("404 question-unknown");
        assertThat(elsewhere
                        .post("/questions/" + id + "/answer", "{\"answer\":\"SAME_PERSON\"}")
                        .problem())
                .isEqualTo("404 question-unknown");
        assertThat(hr.post("/questions/" + id + "/answer", "{\"answer\":\"MAYBE\"}")
                        .status())
                .isEqualTo(400);
    }

    private String listed(String person) {
        return PeopleUnderTest.SERVICE.topics().of(organisation, Topics.DIRECTORY).stream()
                .filter(record -> ("listing:" + person).equals(record.subject()))
                .map(record -> record.json().path("email").asText("none"))
                .reduce((older, newer) -> newer)
                .orElse("unlisted");
    }

    private Iterable<JsonNode> questions() {
        return hr.get("/questions").json().path("items");
    }

    private String question(String number) {
        return StreamSupport.stream(questions().spliterator(), false)
                .filter(question ->
                        question.at("/other/employeeNumber").asText().equals(number))
                .map(question -> question.path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    private HttpAnswer answer(String question, String answer) {
        return hr.post("/questions/" + question + "/answer", "{\"answer\":\"" + answer + "\"}");
    }

    private static String person(String number, String more) {
        return "'employeeNumber':'" + number + "','effectiveAt':'2026-01-01'," + more;
    }
}
