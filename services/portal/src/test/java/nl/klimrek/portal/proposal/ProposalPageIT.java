package nl.klimrek.portal.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import nl.klimrek.portal.fixture.Browser;
import nl.klimrek.portal.fixture.FakeHttpService;
import nl.klimrek.portal.fixture.HtmlForms;
import nl.klimrek.portal.fixture.RunningPortal;
import nl.klimrek.portal.gateway.Upstream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page on which a goal is proposed. */
class ProposalPageIT {

    private static final String PAGE = "/team/anna/goal";
    private static RunningPortal portal;
    private static FakeHttpService pop;

    @BeforeAll
    static void start() {
        portal = new RunningPortal(Map.of());
        pop = portal.service(Upstream.POP_FORMS);
        portal.service(Upstream.REMINDERS).onJson("GET /api/reminders", "{\"items\":[],\"next\":null}");
        pop.onJson("GET /api/pop-forms/pop-anna/proposals", """
                {"items":[{"id":"g-1","title":"De <overdracht> leiden","targetDate":"2031-05-01","proposedOn":"2026-11-02"},
                {"id":"g-2","title":"Coachen","targetDate":"2031-05-01","proposedOn":"2026-11-02","declinedOn":"2026-11-03","declinedBecause":"Past nu niet"}],"next":null}""");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void the_page_has_words_for_everything_in_both_languages(String language) {
        HttpResponse<String> page = bram(language).open(PAGE);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Past nu niet", "De &lt;overdracht&gt; leiden", "/team/anna/goal/g-1/withdrawal")
                .doesNotContain("??", "<overdracht>", ">proposal.", "null");
    }

    @Test
    void a_proposal_is_sent_as_it_was_typed() {
        pop.onJson("POST /api/pop-forms/pop-anna/proposals", "{\"id\":\"g-3\"}");
        Browser browser = bram("nl");
        HttpResponse<String> page = browser.open(PAGE);
        Map<String, String> typed = new HashMap<>(
                Map.of("title", " Leren & geven ", "targetDate", "2099-05-01", "direction", "SIDE", "team", "true"));

        browser.submit(page, PAGE, HtmlForms.filled(page, PAGE, typed));
        assertThat(pop.last("POST", "/api/pop-forms/pop-anna/proposals")
                        .orElseThrow()
                        .body())
                .isEqualTo(
                        "{\"title\":\"Leren & geven\",\"why\":null,\"howMeasured\":null,\"targetDate\":\"2099-05-01\","
                                + "\"horizon\":\"LONG\",\"purpose\":\"BROADEN\",\"direction\":\"SIDE\",\"onBehalfOfTeam\":true}");
    }

    @Test
    void somebody_who_may_not_propose_sees_no_form() {
        pop.on(
                "GET /api/pop-forms/pop-zoe/proposals",
                FakeHttpService.json(
                        403,
                        "{\"code\":\"forbidden\",\"title\":\"Dit mag je niet zien\"}",
                        "Content-Type",
                        "application/problem+json"));

        HttpResponse<String> page = bram("nl").open("/team/zoe/goal");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).doesNotContain("action=\"/team/zoe/goal\"");
    }

    private static Browser bram(String language) {
        portal.issuer().letIn("bram", "EMPLOYEE", "MANAGER");
        Browser browser = new Browser(portal.url(), language);
        browser.open("/settings");
        return browser;
    }
}
