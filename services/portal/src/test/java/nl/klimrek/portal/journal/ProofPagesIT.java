package nl.klimrek.portal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import nl.klimrek.portal.fixture.Browser;
import nl.klimrek.portal.fixture.FakeHttpService;
import nl.klimrek.portal.fixture.RunningPortal;
import nl.klimrek.portal.fixture.Shown;
import nl.klimrek.portal.gateway.Upstream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each step of a timeline can be downloaded with its proof. */
class ProofPagesIT {

    private static final String STEPS = """
            {"items":[
             {"position":7,"type":"nl.klimrek.conversations.conversation-held.v1","time":"2026-11-22T08:00:00Z","actor":"anna","data":{}},
             {"position":12,"type":"nl.klimrek.conversations.agreement-made.v1","time":"2026-11-22T09:00:00Z","actor":"anna",
              "data":{"dueDate":"2026-12-24"}}],"next":null}""";
    private static RunningPortal portal;

    @BeforeAll
    static void start() {
        portal = new RunningPortal(Map.of());
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @BeforeEach
    void answers() {
        portal.service(Upstream.REMINDERS).onJson("GET /api/reminders", "{\"items\":[],\"next\":null}");
        portal.service(Upstream.JOURNAL)
                .onJson("GET /api/journal/looks", "{\"items\":[],\"next\":null}")
                .onJson("GET /api/journal/timeline", STEPS)
                .on("GET /api/journal/entries/12/proof", text("a proof\n"))
                .on("GET /api/journal/policy", text("the keys\n"))
                .on("GET /api/journal/consistency", text("continued\n"))
                .on("GET /api/journal/bundle", text("a bundle\n"))
                .on(
                        "GET /api/journal/entries/13/proof",
                        FakeHttpService.json(
                                404,
                                "{\"code\":\"not-found\",\"title\":\"Hier is niets gevonden\"}",
                                "Content-Type",
                                "application/problem+json"));
    }

    @Test
    void each_step_has_a_link_that_says_which_step_it_proves() {
        for (String language : List.of("nl", "en")) {
            Shown.fine(reader("anna", language, "EMPLOYEE").open("/journal"));
        }
        String page = reader("anna", "nl", "EMPLOYEE").open("/journal").body();
        assertThat(page)
                .containsOnlyOnce("href=\"/journal/export/steps/7\"")
                .containsOnlyOnce("href=\"/journal/export/steps/12\"")
                .contains("aria-label=\"Download met bewijs: ")
                .containsOnlyOnce("href=\"/journal/export/keys\"");
        assertThat(reader("aud", "en", "AUDITOR")
                        .open("/journal/search?by=person&q=anna")
                        .body())
                .containsOnlyOnce("href=\"/journal/export/steps/12\"");
    }

    @Test
    void proofs_keys_and_bundles_are_files_to_keep() {
        Browser anna = reader("anna", "nl", "EMPLOYEE");
        assertFile(anna.open("/journal/export/steps/12"), "a proof\n", "klimrek-step-12.tlog-proof");
        assertFile(anna.open("/journal/export/keys"), "the keys\n", "klimrek-journal.policy");
        assertFile(
                anna.open("/journal/export/continued?since=12"),
                "continued\n",
                "klimrek-journal-continued.tlog-consistency");
        assertFile(reader("aud", "nl", "AUDITOR").open("/journal/export/bundle"), "a bundle\n", "klimrek-journal.tar");
        anna.open("/journal/export/continued?since=1%262%3D3");
        assertThat(portal.service(Upstream.JOURNAL)
                        .last("GET", "/api/journal/consistency")
                        .map(FakeHttpService.Asked::pathAndQuery))
                .as("passed as one value, whatever was typed")
                .contains("/api/journal/consistency?since=1%262%3D3");
    }

    @Test
    void a_step_of_somebody_else_is_a_page_that_says_so() {
        HttpResponse<String> answer = reader("anna", "nl", "EMPLOYEE").open("/journal/export/steps/13");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Shown.text(answer)).contains("Hier is niets gevonden");
        assertThat(reader("anna", "nl", "EMPLOYEE")
                        .open("/journal/export/steps/x")
                        .statusCode())
                .isEqualTo(404);
    }

    private static void assertFile(HttpResponse<String> answer, String content, String name) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(content);
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"" + name + "\"");
    }

    private static FakeHttpService.Answer text(String text) {
        return FakeHttpService.json(200, text, "Content-Type", "text/plain;charset=UTF-8");
    }

    private static Browser reader(String person, String language, String... roles) {
        portal.issuer().letIn(person, roles);
        Browser browser = new Browser(portal.url(), language);
        browser.open("/settings");
        return browser;
    }
}
