package nl.klimrek.portal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import nl.klimrek.portal.fixture.Browser;
import nl.klimrek.portal.fixture.FakeService;
import nl.klimrek.portal.fixture.FakeService.Asked;
import nl.klimrek.portal.fixture.RunningPortal;
import nl.klimrek.portal.upstream.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GuaranteesPageTest {
    private static final String LETTER = "018f6b2a0c11-9f86d081884c7d65";
    private static final String LETTERS = "/api/journal/dead-letters";
    private static RunningPortal portal;

    @BeforeAll
    static void start() {
        portal = new RunningPortal(Map.of());
        portal.service(Service.JOURNAL)
                .onJson("GET " + LETTERS, """
                {"items":[{"id":"018f6b2a0c11-9f86d081884c7d65","status":"PARKED","topic":"klimrek.people.v1","group":"insights","partition":2,
                 "offset":4711,"at":"2026-11-22T08:00:00Z","reason":"failed-IllegalStateException","explanation":"Het programma liep erop vast.",
                 "attempts":1,"eventType":"nl.klimrek.people.person-joined.v1","eventSubject":"p-7","bytes":212,"digest":"9f86d081"}],
                 "next":null,"waiting":1}""")
                .onJson("GET /api/journal/gaps", """
                {"items":[{"stream":"/klimrek/people#p-7","from":3,"to":4,"missing":2,"since":"2026-11-22T08:00:00Z"}],"open":1}""")
                .onJson("GET /api/journal/lag", """
                {"items":[{"id":"a","group":"insights","topic":"klimrek.people.v1","behind":17},
                 {"id":"b","group":"people","topic":"klimrek.people.v1","behind":0}],"behind":17}""")
                .onJson("POST " + LETTERS + "/" + LETTER + "/discard", "{}")
                .on("POST " + LETTERS + "/" + LETTER + "/replay", FakeService.json(409, """
                {"code":"dead-letter-discarded","title":"Dit bericht is terzijde gelegd","detail":"Het logboek laat zien wie."}""",
                        "Content-Type", "application/problem+json"));
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void hr_sees_what_stands_in_the_way_of_the_guarantees() {
        HttpResponse<String> page = reader("hanneke", "nl", "HR").open("/hr/guarantees");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Waarborgen").contains("Het programma liep erop vast.").contains("Voor: Inzichten")
                .contains("klimrek.people.v1 2:4711").contains("Al eerder opnieuw aangeboden: 1").contains("/klimrek/people#p-7")
                .contains("3–4").contains(">17<").doesNotContain("Het personeelsbestand").doesNotContain("??").doesNotContain("<script");
        assertThat(reader("hanneke", "en", "HR").open("/hr/guarantees").body()).contains("Give it again").contains("it was only a test")
                .doesNotContain("??");
    }

    @Test
    void an_auditor_sees_the_same_and_decides_nothing() {
        assertThat(reader("auditor", "nl", "AUDITOR").open("/hr/guarantees").body()).contains("Voor: Inzichten")
                .doesNotContain("Bied opnieuw aan").doesNotContain("Leg terzijde");
    }

    @Test
    void a_record_is_discarded_with_a_reason_and_a_key_of_its_own() {
        Browser hr = reader("hanneke", "nl", "HR");
        HttpResponse<String> after = hr.submit(hr.open("/hr/guarantees"), "/hr/guarantees/letters/" + LETTER + "/discard",
                Map.of("key", "k-1", "reason", "NOT_OURS"));
        assertThat(after.body()).contains("Het is terzijde gelegd");
        Asked asked = portal.service(Service.JOURNAL).last("POST", LETTERS + "/" + LETTER + "/discard").orElseThrow();
        assertThat(asked.body()).isEqualTo("{\"reason\":\"NOT_OURS\"}");
        assertThat(asked.headers()).containsEntry("idempotency-key", "k-1");
    }

    @Test
    void what_can_not_be_given_again_is_told() {
        Browser hr = reader("hanneke", "nl", "HR");
        HttpResponse<String> after = hr.submit(hr.open("/hr/guarantees"), "/hr/guarantees/letters/" + LETTER + "/replay", Map.of("key", "k-2"));
        assertThat(after.uri().getPath()).isEqualTo("/hr/guarantees");
        assertThat(after.body()).contains("Dit bericht is terzijde gelegd").contains("Het logboek laat zien wie.");
    }

    @Test
    void nobody_else_has_this_page() {
        assertThat(reader("anna", "nl", "EMPLOYEE", "MANAGER").open("/hr/guarantees").uri().getPath()).isNotEqualTo("/hr/guarantees");
    }

    private static Browser reader(String person, String language, String... roles) {
        portal.issuer().letIn(person, roles);
        Browser browser = new Browser(portal.url(), language);
        browser.open("/me/looks");
        return browser;
    }
}
