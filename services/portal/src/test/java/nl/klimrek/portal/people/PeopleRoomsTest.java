package nl.klimrek.portal.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import nl.klimrek.portal.fixture.Browser;
import nl.klimrek.portal.fixture.FakeService;
import nl.klimrek.portal.fixture.RunningPortal;
import nl.klimrek.portal.upstream.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rooms of people, files, set-aside lines and the journal, as HR and employees get them. */
class PeopleRoomsTest {
    private static final String ANNA = "{\"person\":\"p-anna\",\"employeeNumber\":\"0042\",\"standing\":\"EMPLOYED\",\"givenName\":\"Anna\","
            + "\"familyName\":\"<b>Lind</b>\",\"job\":\"Wijkverpleegkundige\",\"teamName\":\"Oost\",\"withoutManagerBecause\":\"NONE_GIVEN\","
            + "\"minutesPerWeek\":1920,\"workingDays\":[\"MON\",\"TUE\"],\"startDate\":\"2020-01-01\",\"contractKind\":\"PERMANENT\"}";
    private static final String ITEM = "{\"id\":\"q-1\",\"source\":\"hr\",\"explanation\":\"Een datum klopt niet\",\"number\":\"17\",\"fields\":[{\"field\":"
            + "\"startDate\",\"code\":\"date\",\"message\":\"is geen datum\",\"value\":\"31-02-2026\",\"expected\":\"een dag als 2026-02-28\"}],\"data\":{"
            + "\"employeeNumber\":\"17\",\"familyName\":\"Jansen\",\"startDate\":\"31-02-2026\",\"hoursPerWeek\":36},\"at\":\"2026-11-20T10:00:00Z\"}";
    private static RunningPortal portal;

    @BeforeAll
    static void start() {
        portal = new RunningPortal(Map.of());
        FakeService people = portal.service(Service.PEOPLE);
        people.onJson("GET /api/people/summary", "{\"employed\":12,\"left\":1,\"withManager\":10,\"withoutManager\":2,\"quarantined\":1}")
                .onJson("GET /api/people", "{\"items\":[" + ANNA + "],\"next\":\"p-anna\"}")
                .onJson("GET /api/people/p-anna", ANNA)
                .onJson("GET /api/people/without-manager", "{\"items\":[" + ANNA + "],\"next\":null}")
                .onJson("GET /api/people/questions", "{\"items\":[{\"id\":\"v-1\",\"explanation\":\"Zelfde e-mail\",\"known\":{\"givenName\":\"Anna\","
                        + "\"employeeNumber\":\"1\"},\"other\":{\"givenName\":\"Anna\",\"employeeNumber\":\"0001\"}}],\"next\":null}")
                .onJson("POST /api/people/questions/v-1/answer", "{}")
                .onJson("GET /api/people/quarantine", "{\"items\":[" + ITEM + "],\"next\":null}")
                .onJson("GET /api/people/quarantine/q-1", ITEM)
                .onJson("GET /api/people/imports", "{\"items\":[{\"id\":\"i-1\",\"dryRun\":true,\"status\":\"DONE\",\"startedAt\":\"2026-11-20T10:00:00Z\","
                        + "\"progress\":{\"done\":2,\"total\":2}}],\"next\":null}")
                .onJson("GET /api/people/imports/i-1", "{\"id\":\"i-1\",\"dryRun\":true,\"status\":\"DONE\",\"format\":\"CSV\",\"encoding\":\"UTF-8\","
                        + "\"progress\":{\"done\":2,\"total\":2},\"counts\":{\"NEW\":1,\"CHANGED\":1,\"SET_ASIDE\":0},\"results\":{\"items\":[{\"row\":1,"
                        + "\"line\":2,\"outcome\":\"CHANGED\",\"person\":\"p-anna\",\"changes\":[{\"field\":\"job\",\"before\":\"Planner\",\"after\":null}]}],"
                        + "\"next\":null}}")
                .onJson("GET /api/people/imports/i-2", "{\"id\":\"i-2\",\"dryRun\":false,\"status\":\"RUNNING\",\"progress\":{\"done\":5,\"total\":20}}")
                .onJson("POST /api/people/imports", "{\"id\":\"i-1\"}");
        portal.service(Service.JOURNAL)
                .onJson("GET /api/journal/looks", "{\"items\":[" + look("09:00") + "," + look("09:01") + "," + look("09:02") + "],\"next\":null}")
                .onJson("GET /api/journal/timeline", "{\"items\":[{\"type\":\"nl.klimrek.pop-forms.goal-set.v1\",\"time\":\"2026-11-20T10:00:00Z\",\"actor\":\"anna\"},"
                        + "{\"type\":\"nl.klimrek.something.new.v1\",\"time\":\"2026-11-20T10:00:00Z\",\"actor\":\"system:people\"}],\"next\":\"9\"}")
                .onJson("GET /api/journal/verify", "{\"verified\":true,\"entries\":1234,\"head\":\"c0ffee\"}")
                .onJson("GET /api/journal/gaps", "{\"items\":[],\"open\":2,\"found\":3}")
                .onJson("GET /api/journal/checkpoints", "{\"items\":[{\"position\":1200,\"at\":\"2026-11-20T10:00:00Z\"}],\"next\":null}");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @ParameterizedTest
    @CsvSource({"nl, /hr/people, Wijkverpleegkundige", "en, /hr/people, without a manager", "nl, /hr/people/p-anna, 32 uur", "en, /hr/people/p-anna, No manager has been named",
        "nl, /hr/people/without-manager, Anna", "nl, /hr/people/questions, Twee mensen", "en, /hr/people/questions, number 0001",
        "nl, /hr/quarantine, Startdatum|Begonnen op: is geen datum", "en, /hr/quarantine/q-1, Expected", "nl, /hr/imports, Eerdere bestanden", "en, /hr/imports, at most 50 MB",
        "nl, /hr/imports/i-1, Functie: van Planner naar niets", "en, /hr/imports/i-1, would change", "nl, /hr/imports/i-2, 5 van de 20",
        "nl, /hr/checklists, beoordelingsformulieren", "nl, /journal/check, IJk|ijkpunten", "en, /journal/check, 2 steps have not arrived", "en, /journal/search, one act"})
    void every_page_says_what_is_there_in_words(String language, String path, String text) {
        HttpResponse<String> page = reader("hr", language, "EMPLOYEE", "HR").open(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).containsPattern(text).doesNotContain("??", "NONE_GIVEN", "NOT_NAMED", "SET_ASIDE<", "PERMANENT<", "<b>Lind");
    }

    @Test
    void looks_of_one_person_at_one_thing_on_one_day_are_one_line() {
        String body = reader("anna", "nl", "EMPLOYEE").open("/journal").body();
        assertThat(body).containsOnlyOnce("je voorbereiding, als").contains("3 keer op die dag", "Doel gesteld", "Een andere stap", "/journal?steps=9").doesNotContain("??");
    }

    @Test
    void a_search_goes_to_the_service_and_its_next_page_keeps_the_words() {
        String body = reader("hr", "nl", "HR").open("/hr/people?q=anna+l").body();
        assertThat(portal.service(Service.PEOPLE).last("GET", "/api/people").orElseThrow().pathAndQuery()).contains("q=anna+l");
        assertThat(body).contains("/hr/people?q=anna%20l&amp;after=p-anna");
    }

    @Test
    void an_answer_about_two_people_is_sent_and_told() {
        Browser hr = reader("hr", "nl", "HR");
        String body = hr.submit(hr.open("/hr/people/questions"), "/hr/people/questions/v-1",
                Map.of("answer", "SAME_PERSON", "key", "k-1", "_at", "/hr/people/questions", "_form", "v-1-SAME_PERSON", "_by", "hr")).body();
        assertThat(portal.service(Service.PEOPLE).last("POST", "/api/people/questions/v-1/answer").orElseThrow().body()).isEqualTo("{\"answer\":\"SAME_PERSON\"}");
        assertThat(body).contains("Genoteerd: dit is één persoon");
    }

    @Test
    void only_what_was_changed_in_a_line_is_sent_and_what_is_still_wrong_stands_beside_its_field() {
        FakeService people = portal.service(Service.PEOPLE);
        people.onJson("POST /api/people/quarantine/q-1/correction", "{\"outcome\":\"SET_ASIDE\",\"setAside\":{\"code\":\"invalid\",\"explanation\":\"Nog een datum\","
                + "\"fields\":[{\"field\":\"startDate\",\"message\":\"ligt in de toekomst\"}]}}");
        Browser hr = reader("hr", "nl", "HR");
        String body = hr.submit(hr.open("/hr/quarantine/q-1"), "/hr/quarantine/q-1", Map.of("startDate", "2026-02-28", "employeeNumber", "17", "familyName", "Jansen",
                "hoursPerWeek", "24,5", "key", "k-2", "_at", "/hr/quarantine/q-1", "_form", "correction", "_by", "hr")).body();
        assertThat(people.last("POST", "/api/people/quarantine/q-1/correction").orElseThrow().body()).contains("\"startDate\":\"2026-02-28\"", "\"hoursPerWeek\":24.5")
                .doesNotContain("familyName");
        assertThat(body).contains("Er klopt nog iets niet", "correction-startDate-error\">ligt in de toekomst", "value=\"2026-02-28\"");
    }

    @Test
    void who_is_not_hr_finds_no_people_here() {
        for (String path : new String[] {"/hr/people", "/hr/imports", "/hr/quarantine", "/hr/people/questions"}) {
            assertThat(reader("anna", "nl", "EMPLOYEE").open(path).uri().getPath()).as(path).isEqualTo("/me");
        }
    }

    private static String look(String time) {
        return "{\"time\":\"2026-11-20T" + time + ":00Z\",\"viewer\":\"bram\",\"content\":\"PREPARATION\",\"allowedBecause\":\"PARTICIPANT\"}";
    }

    private static Browser reader(String person, String language, String... roles) {
        portal.issuer().letIn(person, roles);
        Browser browser = new Browser(portal.url(), language);
        browser.open("/settings");
        return browser;
    }
}
