package nl.klimrek.portal.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import nl.klimrek.portal.fixture.Browser;
import nl.klimrek.portal.fixture.FakeHttpService;
import nl.klimrek.portal.fixture.RunningPortal;
import nl.klimrek.portal.gateway.Upstream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rooms of people, files, set-aside lines and the journal, as HR and employees get them. */
class PeoplePagesIT {
    private static final String ANNA =
            "{\"person\":\"p-anna\",\"employeeNumber\":\"0042\",\"standing\":\"EMPLOYED\",\"givenName\":\"Anna\","
                    + "\"familyName\":\"<b>Lind</b>\",\"job\":\"Wijkverpleegkundige\",\"teamName\":\"Oost\",\"withoutManagerBecause\":\"NONE_GIVEN\","
                    + "\"minutesPerWeek\":1920,\"workingDays\":[\"MON\",\"TUE\"],\"startDate\":\"2020-01-01\",\"contractKind\":\"PERMANENT\"}";
    private static final String ITEM =
            "{\"id\":\"q-1\",\"source\":\"hr\",\"explanation\":\"Een datum klopt niet\",\"number\":\"17\",\"fields\":[{\"field\":"
                    + "\"startDate\",\"code\":\"date\",\"message\":\"is geen datum\",\"value\":\"31-02-2026\",\"expected\":\"een dag als 2026-02-28\"}],\"data\":{"
                    + "\"employeeNumber\":\"17\",\"familyName\":\"Jansen\",\"startDate\":\"31-02-2026\",\"hoursPerWeek\":36},\"at\":\"2026-11-20T10:00:00Z\"}";
    private static final String REFUSED =
            "{\"code\":\"csv-heading-invalid\",\"title\":\"De kopregel klopt niet\",\"details\":{\"missing\":\"-\",\"suggestions\":[{\"column\":"
                    + "\"emplNumber\",\"place\":1,\"suggestion\":\"employeeNumber\"},{\"column\":\"<Schoen>\",\"place\":2,\"suggestion\":null}],\"known\":\"email, employeeNumber\"}}";
    private static RunningPortal portal;

    @BeforeAll
    static void start() {
        portal = new RunningPortal(Map.of());
        FakeHttpService people = portal.service(Upstream.PEOPLE);
        people.onJson(
                        "GET /api/people/summary",
                        "{\"employed\":12,\"left\":1,\"withManager\":10,\"withoutManager\":2,\"quarantined\":1}")
                .onJson("GET /api/people", "{\"items\":[" + ANNA + "],\"next\":\"p-anna\"}")
                .onJson("GET /api/people/p-anna", ANNA)
                .onJson("GET /api/people/without-manager", "{\"items\":[" + ANNA + "],\"next\":null}")
                .onJson(
                        "GET /api/people/announced",
                        "{\"items\":[" + ANNA.replace("EMPLOYED", "EXPECTED") + "],\"next\":null}")
                .onJson(
                        "GET /api/people/questions",
                        "{\"items\":[{\"id\":\"v-1\",\"explanation\":\"Zelfde e-mail\",\"known\":{\"givenName\":\"Anna\","
                                + "\"employeeNumber\":\"1\"},\"other\":{\"givenName\":\"Anna\",\"employeeNumber\":\"0001\"}}],\"next\":null}")
                .onJson("POST /api/people/questions/v-1/answer", "{}")
                .onJson("GET /api/people/quarantine", "{\"items\":[" + ITEM + "],\"next\":null}")
                .onJson("GET /api/people/quarantine/q-1", ITEM)
                .onJson(
                        "GET /api/people/imports",
                        "{\"items\":[{\"id\":\"i-1\",\"dryRun\":true,\"status\":\"DONE\",\"startedAt\":\"2026-11-20T10:00:00Z\","
                                + "\"progress\":{\"done\":2,\"total\":2}}],\"next\":null}")
                .onJson(
                        "GET /api/people/imports/i-1",
                        "{\"id\":\"i-1\",\"dryRun\":true,\"status\":\"DONE\",\"format\":\"CSV\",\"encoding\":\"UTF-8\","
                                + "\"progress\":{\"done\":2,\"total\":2},\"counts\":{\"NEW\":1,\"CHANGED\":1,\"SET_ASIDE\":0},\"results\":{\"items\":[{\"row\":1,"
                                + "\"line\":2,\"outcome\":\"CHANGED\",\"person\":\"p-anna\",\"changes\":[{\"field\":\"job\",\"before\":\"Planner\",\"after\":null}]}],"
                                + "\"next\":null}}")
                .onJson(
                        "GET /api/people/imports/i-2",
                        "{\"id\":\"i-2\",\"dryRun\":false,\"status\":\"RUNNING\",\"progress\":{\"done\":5,\"total\":20}}")
                .onJson("POST /api/people/imports", "{\"id\":\"i-1\"}");
        portal.service(Upstream.JOURNAL)
                .onJson(
                        "GET /api/journal/looks",
                        "{\"items\":[" + look("09:00") + "," + look("09:01") + "," + look("09:02") + "],\"next\":null}")
                .onJson(
                        "GET /api/journal/timeline",
                        "{\"items\":[{\"type\":\"nl.klimrek.pop-forms.goal-set.v1\",\"time\":\"2026-11-20T10:00:00Z\",\"actor\":\"anna\"},"
                                + "{\"type\":\"nl.klimrek.something.new.v1\",\"time\":\"2026-11-20T10:00:00Z\",\"actor\":\"system:people\"}],\"next\":\"9\"}")
                .onJson("GET /api/journal/verify", "{\"verified\":true,\"entries\":1234,\"head\":\"c0ffee\"}")
                .onJson("GET /api/journal/gaps", "{\"items\":[],\"open\":2,\"found\":3}")
                .onJson(
                        "GET /api/journal/checkpoints",
                        "{\"items\":[{\"position\":1200,\"at\":\"2026-11-20T10:00:00Z\"}],\"next\":null}");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @ParameterizedTest
    @CsvSource({
        "nl, /hr/people, Wijkverpleegkundige",
        "en, /hr/people, without a manager",
        "nl, /hr/people/p-anna, 32 uur",
        "en, /hr/people/p-anna, No manager has been named",
        "nl, /hr/people/without-manager, Anna",
        "nl, /hr/people/questions, Twee mensen",
        "en, /hr/people/questions, number 0001",
        "nl, /hr/quarantine, Startdatum|Begonnen op: is geen datum",
        "en, /hr/quarantine/q-1, Expected",
        "nl, /hr/imports, Eerdere bestanden",
        "en, /hr/imports, at most 50 MB",
        "nl, /hr/imports/i-1, Functie: van Planner naar niets",
        "en, /hr/imports/i-1, would change",
        "nl, /hr/imports/i-2, 5 van de 20",
        "nl, /hr/checklists, beoordelingsformulieren",
        "nl, /hr/skills, vaardigheden",
        "en, /hr/skills, skills",
        "nl, /journal/check, IJk|ijkpunten",
        "en, /journal/check, 2 steps have not arrived",
        "en, /journal/search, one act"
    })
    void every_page_says_what_is_there_in_words(String language, String path, String text) {
        HttpResponse<String> page = reader("hr", language, "EMPLOYEE", "HR").open(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .containsPattern(text)
                .doesNotContain("??", "NONE_GIVEN", "NOT_NAMED", "SET_ASIDE<", "PERMANENT<", "<b>Lind");
    }

    @Test
    void looks_of_one_person_at_one_thing_on_one_day_are_one_line() {
        String body = reader("anna", "nl", "EMPLOYEE").open("/journal").body();
        assertThat(body)
                .containsOnlyOnce("je voorbereiding, als")
                .contains("3 keer op die dag", "Doel gesteld", "Een andere stap", "/journal?steps=9")
                .doesNotContain("??");
    }

    @Test
    void a_search_goes_to_the_service_and_its_next_page_keeps_the_words() {
        String body = reader("hr", "nl", "HR").open("/hr/people?q=anna+l").body();
        assertThat(portal.service(Upstream.PEOPLE)
                        .last("GET", "/api/people")
                        .orElseThrow()
                        .pathAndQuery())
                .contains("q=anna+l");
        assertThat(body).contains("/hr/people?q=anna%20l&amp;after=p-anna");
    }

    @Test
    void an_answer_about_two_people_is_sent_and_told() {
        Browser hr = reader("hr", "nl", "HR");
        String body = hr.submit(
                        hr.open("/hr/people/questions"),
                        "/hr/people/questions/v-1",
                        Map.of(
                                "answer",
                                "SAME_PERSON",
                                "key",
                                "k-1",
                                "_at",
                                "/hr/people/questions",
                                "_form",
                                "v-1-SAME_PERSON",
                                "_by",
                                "hr"))
                .body();
        assertThat(portal.service(Upstream.PEOPLE)
                        .last("POST", "/api/people/questions/v-1/answer")
                        .orElseThrow()
                        .body())
                .isEqualTo("{\"answer\":\"SAME_PERSON\"}");
        assertThat(body).contains("Genoteerd: dit is één persoon");
    }

    @Test
    void only_what_was_changed_in_a_line_is_sent_and_what_is_still_wrong_stands_beside_its_field() {
        FakeHttpService people = portal.service(Upstream.PEOPLE);
        people.onJson(
                "POST /api/people/quarantine/q-1/correction",
                "{\"outcome\":\"SET_ASIDE\",\"setAside\":{\"code\":\"invalid\",\"explanation\":\"Nog een datum\","
                        + "\"fields\":[{\"field\":\"startDate\",\"message\":\"ligt in de toekomst\"}]}}");
        Browser hr = reader("hr", "nl", "HR");
        String body = hr.submit(
                        hr.open("/hr/quarantine/q-1"),
                        "/hr/quarantine/q-1",
                        Map.of(
                                "startDate",
                                "2026-02-28",
                                "employeeNumber",
                                "17",
                                "familyName",
                                "Jansen",
                                "hoursPerWeek",
                                "24,5",
                                "key",
                                "k-2",
                                "_at",
                                "/hr/quarantine/q-1",
                                "_form",
                                "correction",
                                "_by",
                                "hr"))
                .body();
        assertThat(people.last("POST", "/api/people/quarantine/q-1/correction")
                        .orElseThrow()
                        .body())
                .contains("\"startDate\":\"2026-02-28\"", "\"hoursPerWeek\":24.5")
                .doesNotContain("familyName");
        assertThat(body)
                .contains(
                        "Er klopt nog iets niet",
                        "correction-startDate-error\">ligt in de toekomst",
                        "value=\"2026-02-28\"");
    }

    @Test
    void unknown_columns_are_asked_about_with_what_was_probably_meant_and_sent_along_the_next_time() {
        FakeHttpService people = portal.service(Upstream.PEOPLE);
        people.on(
                "POST /api/people/imports",
                FakeHttpService.json(400, REFUSED, "Content-Type", "application/problem+json"));
        Browser hr = reader("hr", "nl", "HR");
        HttpResponse<String> asked = hr.upload(
                hr.open("/hr/imports"),
                "/hr/imports",
                "mensen.csv",
                "Nr;Schoenmaat\n1;43\n",
                "key",
                "k-3",
                "_at",
                "/hr/imports",
                "_form",
                "look",
                "_by",
                "hr",
                "dryRun",
                "true",
                "column",
                "Naam:familyName",
                "column",
                "");
        assertThat(people.last("POST", "/api/people/imports").orElseThrow().pathAndQuery())
                .endsWith("&column=Naam%3AfamilyName");
        assertThat(asked.body())
                .contains(
                        "Wat zijn deze kolommen?",
                        "een browser kan een bestand niet onthouden",
                        ">emplNumber</label>",
                        ">&lt;Schoen&gt;</label>",
                        "<option value=\"emplNumber:employeeNumber\" selected=\"selected\">Personeelsnummer</option>",
                        "value=\"&lt;Schoen&gt;:\">Laat deze kolom weg",
                        "<input type=\"hidden\" name=\"column\" value=\"Naam:familyName\">")
                .doesNotContain("??");
        people.onJson("POST /api/people/imports", "{\"id\":\"i-1\"}");
        HttpResponse<String> looked = hr.upload(
                asked,
                "/hr/imports",
                "mensen.csv",
                "Nr;Schoenmaat\n1;43\n",
                "key",
                "k-4",
                "_at",
                "/hr/imports",
                "_form",
                "look",
                "_by",
                "hr",
                "dryRun",
                "true",
                "column",
                "Naam:familyName",
                "column",
                "emplNumber:employeeNumber",
                "column",
                "<Schoen>:");
        assertThat(people.last("POST", "/api/people/imports").orElseThrow().pathAndQuery())
                .contains("&column=Naam%3AfamilyName&column=emplNumber%3AemployeeNumber&column=%3CSchoen%3E%3A");
        assertThat(looked.uri().getPath()).isEqualTo("/hr/imports/i-1");
        assertThat(hr.open("/hr/imports").body()).as("only after a refusal").doesNotContain("Wat zijn deze kolommen?");
    }

    @Test
    void a_file_that_was_refused_after_its_request_was_answered_asks_the_same() {
        portal.service(Upstream.PEOPLE)
                .onJson(
                        "GET /api/people/imports/i-3",
                        "{\"id\":\"i-3\",\"dryRun\":true,\"status\":\"REFUSED\",\"problem\":" + REFUSED + "}");
        assertThat(reader("hr", "en", "HR").open("/hr/imports/i-3").body())
                .contains(
                        "What are these columns?",
                        "a browser cannot remember a file",
                        "selected=\"selected\">Employee number")
                .doesNotContain("??");
    }

    @Test
    void what_was_looked_at_is_taken_in_with_one_step_while_its_file_is_kept() {
        for (String[] room : new String[][] {
            {"PEOPLE", "/api/people/imports", "/hr/imports"},
            {"CONVERSATIONS", "/api/conversations/assessments/imports", "/hr/checklists"},
            {"POP_FORMS", "/api/pop-forms/skills/imports", "/hr/skills"},
            {"POP_FORMS", "/api/pop-forms/offers/imports", "/hr/offers"},
            {"POP_FORMS", "/api/pop-forms/career-steps/imports", "/hr/career-steps"}
        }) {
            FakeHttpService service = portal.service(Upstream.valueOf(room[0]));
            String looked =
                    "{\"id\":\"i-4\",\"dryRun\":true,\"status\":\"DONE\",\"progress\":{\"done\":2,\"total\":2},\"applicableUntil\":\"2026-11-20T11:00:00Z\"}";
            service.onJson("GET " + room[1] + "/i-4", looked)
                    .onJson(
                            "GET " + room[1] + "/i-5",
                            "{\"id\":\"i-5\",\"dryRun\":false,\"status\":\"DONE\",\"progress\":{\"done\":2,\"total\":2}}")
                    .onJson("POST " + room[1] + "/i-4/application", "{\"id\":\"i-5\"}");
            Browser hr = reader("hr", "nl", "HR");
            HttpResponse<String> page = hr.open(room[2] + "/i-4");
            assertThat(page.body())
                    .contains(
                            "je hoeft het bestand niet opnieuw te kiezen", "action=\"" + room[2] + "/i-4/application\"")
                    .doesNotContain("type=\"file\"", "??");
            Map<String, String> step = Map.of("key", "k-5", "_at", room[2] + "/i-4", "_form", "apply", "_by", "hr");
            HttpResponse<String> done = hr.submit(page, room[2] + "/i-4/application", step);
            assertThat(done.uri().getPath()).isEqualTo(room[2] + "/i-5");
            assertThat(done.body()).contains("Het bestand wordt verwerkt.");
            assertThat(service.last("POST", room[1] + "/i-4/application")
                            .orElseThrow()
                            .headers()
                            .get("idempotency-key"))
                    .isEqualTo("k-5");
            service.on(
                            "POST " + room[1] + "/i-4/application",
                            FakeHttpService.json(
                                    409,
                                    "{\"code\":\"import-file-deleted\",\"title\":\"Het bestand wordt niet meer bewaard\"}",
                                    "Content-Type",
                                    "application/problem+json"))
                    .onJson("GET " + room[1] + "/i-4", looked.replace("applicableUntil", "was"));
            assertThat(hr.submit(page, room[2] + "/i-4/application", step).body())
                    .contains(
                            "Het bestand wordt niet meer bewaard",
                            "Kies hetzelfde bestand nog één keer",
                            "type=\"file\"")
                    .doesNotContain("??");
        }
    }

    @Test
    void who_starts_later_has_a_list_that_everybody_s_page_leads_to() {
        Browser hr = reader("hr", "nl", "HR");
        assertThat(hr.open("/hr/people").body()).contains("href=\"/hr/people/announced\"");
        assertThat(hr.open("/hr/people/announced").body())
                .contains("hun eerste dag komt nog", "Anna", "Begint later</span>")
                .doesNotContain("??");
    }

    @Test
    void who_is_not_hr_finds_no_people_here() {
        for (String path : new String[] {
            "/hr/people", "/hr/imports", "/hr/quarantine", "/hr/people/questions", "/hr/people/announced"
        }) {
            assertThat(reader("anna", "nl", "EMPLOYEE").open(path).uri().getPath())
                    .as(path)
                    .isEqualTo("/me");
        }
    }

    @Test
    void a_form_that_is_sent_when_the_issuer_no_longer_knows_its_writer_comes_back_with_its_words() {
        portal.issuer().letIn("hr", "HR");
        portal.issuer().accessTokensLast(Duration.ofSeconds(30));
        Browser hr = new Browser(portal.url(), "nl");
        HttpResponse<String> page = hr.open("/hr/quarantine/q-1");
        portal.issuer().refuseRefresh();
        portal.issuer().accessTokensLast(Duration.ofMinutes(15));
        HttpResponse<String> after = hr.submit(
                page,
                "/hr/quarantine/q-1",
                Map.of(
                        "familyName",
                        "Jansen-de Wit",
                        "key",
                        "k-9",
                        "_at",
                        "/hr/quarantine/q-1",
                        "_form",
                        "correction",
                        "_by",
                        "hr"));
        assertThat(after.uri().getPath()).isEqualTo("/hr/quarantine/q-1");
        assertThat(after.body()).contains("Je sessie was verlopen", "value=\"Jansen-de Wit\"");
    }

    private static String look(String time) {
        return "{\"time\":\"2026-11-20T" + time
                + ":00Z\",\"viewer\":\"bram\",\"content\":\"PREPARATION\",\"allowedBecause\":\"PARTICIPANT\"}";
    }

    private static Browser reader(String person, String language, String... roles) {
        portal.issuer().letIn(person, roles);
        Browser browser = new Browser(portal.url(), language);
        browser.open("/settings");
        return browser;
    }
}
