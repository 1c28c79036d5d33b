package nl.klimrek.portal.coaches;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import nl.klimrek.portal.fixture.Browser;
import nl.klimrek.portal.fixture.FakeHttpService;
import nl.klimrek.portal.fixture.HtmlForms;
import nl.klimrek.portal.fixture.RunningPortal;
import nl.klimrek.portal.gateway.Upstream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Inviting a coach from outside, as it is rendered. */
class ExternalCoachPagesIT {
    private static RunningPortal portal;
    private static FakeHttpService conversations;

    @BeforeAll
    static void start() {
        portal = new RunningPortal(Map.of());
        portal.service(Upstream.REMINDERS).onJson("GET /api/reminders", "{\"items\":[],\"next\":null}");
        conversations = portal.service(Upstream.CONVERSATIONS);
        conversations
                .onJson("GET /api/conversations/external-coaches", """
                        {"items":[{"coach":"ext-1","status":"ACTIVE","scope":"TRACK","conversation":"c-1","lastDay":"2027-06-30","name":"Imane el Amrani","email":"imane@coach.example"},
                         {"coach":"ext-2","status":"ENDED","scope":"CONVERSATION","conversation":"c-2","lastDay":"2027-06-30","endedAt":"2027-01-02T09:00:00Z"}],"next":null}""")
                .on("POST /api/conversations/external-coaches", FakeHttpService.json(201, "{}"))
                .onJson("POST /api/conversations/external-coaches/ext-1/withdrawal", "{}")
                .on("POST /api/conversations", FakeHttpService.json(201, "{\"id\":\"c-new\"}"));
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void a_coach_from_outside_is_invited_seen_and_withdrawn(String language) {
        Browser browser = reader("anna", language, "EMPLOYEE");
        HttpResponse<String> page = browser.open("/coaches/external");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("??");
        assertThat(HtmlForms.rawCode(page.body())).isEmpty();
        assertThat(page.body()).contains("Imane el Amrani", "imane@coach.example", "/conversations/c-1");
        assertThat(page.body()).containsPattern("href=\"/conversations\"[^>]*aria-current");
        browser.submit(
                page,
                "/coaches/external",
                HtmlForms.filled(
                        page,
                        "/coaches/external",
                        Map.of(
                                "name", "Imane",
                                "email", "imane@coach.example",
                                "scope", "TRACK",
                                "lastDay", "2027-06-30",
                                "language", "nl",
                                "inviter", "Anna de Vries")));
        assertThat(conversations
                        .last("POST", "/api/conversations/external-coaches")
                        .orElseThrow()
                        .body())
                .contains("\"scope\":\"TRACK\"", "\"lastDay\":\"2027-06-30\"", "\"inviter\":\"Anna de Vries\"");
        browser.submit(
                page,
                "/coaches/external/ext-1/withdrawal",
                HtmlForms.filled(page, "/coaches/external/ext-1/withdrawal", Map.of()));
        assertThat(conversations.last("POST", "/api/conversations/external-coaches/ext-1/withdrawal"))
                .isPresent();
        browser.submit(
                page,
                "/coaches/external/ext-1/conversation",
                HtmlForms.filled(page, "/coaches/external/ext-1/conversation", Map.of()));
        assertThat(conversations
                        .last("POST", "/api/conversations")
                        .orElseThrow()
                        .body())
                .contains("\"counterpart\":\"ext-1\"");
    }

    private static Browser reader(String person, String language, String... roles) {
        portal.issuer().letIn(person, roles);
        Browser browser = new Browser(portal.url(), language);
        browser.open("/settings");
        return browser;
    }
}
