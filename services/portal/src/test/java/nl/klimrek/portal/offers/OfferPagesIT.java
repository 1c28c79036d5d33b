package nl.klimrek.portal.offers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import nl.klimrek.portal.fixture.Browser;
import nl.klimrek.portal.fixture.FakeHttpService;
import nl.klimrek.portal.fixture.RunningPortal;
import nl.klimrek.portal.gateway.Upstream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where an employee can learn and go, and what HR keeps for that. */
class OfferPagesIT {

    private static final String OFFER = """
            {"code":"las-1","title":"Leren lassen <bank>","description":"Met een vakman.","place":"OWN_ACADEMY","mode":"COURSE",
             "effortMinutes":990,"costCents":125000,"link":"https://example.org/lassen",
             "skills":[{"scheme":"OWN","code":"las-1","version":"2026-1","label":"metaalbewerking"}],"until":"2027-06-30"}""";

    private static RunningPortal portal;
    private static FakeHttpService pop;

    @BeforeAll
    static void start() {
        portal = new RunningPortal(Map.of());
        pop = portal.service(Upstream.POP_FORMS);
        portal.service(Upstream.REMINDERS).onJson("GET /api/reminders", "{\"items\":[],\"next\":null}");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @BeforeEach
    void usual() {
        pop.forget();
        pop.onJson("GET /api/pop-forms/offers", "{\"items\":[" + OFFER + "],\"next\":\"las-1\"}")
                .onJson("GET /api/pop-forms/offers/las-1", OFFER)
                .onJson(
                        "GET /api/pop-forms/mine",
                        "{\"pop\":\"pop-anna\",\"goals\":[{\"id\":\"g-1\",\"title\":\"Lasser worden\",\"state\":\"ACTING\"},"
                                + "{\"id\":\"g-2\",\"title\":\"Klaar\",\"state\":\"ACHIEVED\"}]}")
                .onJson("POST /api/pop-forms/pop-anna/goals/g-1/activities", "{\"id\":\"a-1\"}");
    }

    @Test
    void somebody_searches_where_to_learn_and_reads_about_it() {
        HttpResponse<String> page = employee().open("/plan/offers?q=lassen");
        assertThat(page.body())
                .contains("Leren lassen &lt;bank&gt;", "eigen academie · Cursus", "href=\"/plan/offers/las-1\"")
                .contains("after=las-1")
                .doesNotContain("??");
        assertThat(employee().open("/plan/offers/las-1").body())
                .contains("metaalbewerking", "href=\"https://example.org/lassen\"", "noopener", "Lasser worden")
                .doesNotContain(">Klaar<", "??");
        pop.onJson("GET /api/pop-forms/offers", "{\"items\":[],\"next\":null}");
        assertThat(employee().open("/plan/offers?q=goochelen").body())
                .contains("Niets past bij “goochelen”")
                .doesNotContain("??");
    }

    @Test
    void an_offer_becomes_an_activity_of_a_goal_in_one_step() {
        Browser anna = employee();
        HttpResponse<String> page = anna.open("/plan/offers/las-1");
        anna.submit(
                page,
                "/plan/offers/las-1/activities",
                form("anna", "/plan/offers/las-1", "plan", "goal", "g-1", "pop", "pop-anna"));
        assertThat(pop.last("POST", "/api/pop-forms/pop-anna/goals/g-1/activities")
                        .orElseThrow()
                        .body())
                .isEqualTo("{\"title\":\"Leren lassen <bank>\",\"form\":\"FORMAL\",\"setting\":\"INDIVIDUAL\","
                        + "\"mode\":\"COURSE\",\"effortMinutes\":990,\"costCents\":125000}");
    }

    @Test
    void without_a_goal_the_page_says_what_comes_first() {
        pop.onJson("GET /api/pop-forms/mine", "{\"pop\":\"pop-anna\",\"goals\":[]}");
        assertThat(employee().open("/plan/offers/las-1").body())
                .contains("Een activiteit hoort bij een doel", "href=\"/plan/goals/new\"")
                .doesNotContain("??");
    }

    @Test
    void the_climbing_frame_shows_every_step_with_what_it_asks() {
        pop.onJson("GET /api/pop-forms/climbing-frame", """
                {"family":"techniek","jobs":["Lasser","Monteur"],"job":"Monteur","options":[
                 {"code":"s-1","from":"Monteur","to":"Lasser","direction":"SIDE","description":"Aan de bank.","link":null,
                  "there":[{"scheme":"OWN","code":"meet-1","label":"meten"}],
                  "missing":[{"skill":{"scheme":"OWN","code":"las-1","label":"metaalbewerking"},
                   "offers":[{"code":"las-1","title":"Leren lassen"}]}]}],"sideways":[]}""");
        assertThat(employee().open("/plan/frame?job=Monteur").body())
                .contains("Lasser", "meten", "metaalbewerking", "href=\"/plan/offers/las-1\"")
                .contains("href=\"/plan/goals/new?direction=SIDE\"", "<svg class=\"climb\"", "aria-current=\"true\"")
                .doesNotContain("Een blik opzij", "??");
    }

    @Test
    void without_known_steps_there_is_still_a_look_sideways() {
        pop.onJson(
                "GET /api/pop-forms/climbing-frame",
                "{\"family\":null,\"jobs\":[],\"job\":null,\"options\":[],\"sideways\":[{\"mode\":\"SHADOWING\",\"offer\":null},"
                        + "{\"mode\":null,\"offer\":{\"code\":\"kijk-1\",\"title\":\"Meelopen\"}}]}");
        assertThat(employee().open("/plan/frame").body())
                .contains("Er zijn nog geen stappen", "Loop een dag mee", "href=\"/plan/offers/kijk-1\"")
                .doesNotContain("??");
    }

    @Test
    void hr_adds_and_removes_an_offer() {
        pop.onJson("POST /api/pop-forms/offers", OFFER).onJson("DELETE /api/pop-forms/offers/las-1", "{}");
        Browser hr = browser("hella", "HR");
        HttpResponse<String> page = hr.open("/hr/offers/all");
        assertThat(page.body()).contains("Leren lassen", "Voeg aanbod toe").doesNotContain("??");
        hr.submit(
                page,
                "/hr/offers/all",
                form(
                        "hella",
                        "/hr/offers/all",
                        "offer",
                        "title",
                        "Spreekuur",
                        "place",
                        "CAREER_PLATFORM",
                        "mode",
                        "COACHING",
                        "hours",
                        "1,5"));
        assertThat(pop.last("POST", "/api/pop-forms/offers").orElseThrow().body())
                .contains("\"title\":\"Spreekuur\"", "\"effortMinutes\":90");
        hr.submit(page, "/hr/offers/all/las-1/removal", form("hella", "/hr/offers/all", "removal-las-1"));
        assertThat(pop.last("DELETE", "/api/pop-forms/offers/las-1")).isPresent();
    }

    @Test
    void hr_sees_and_removes_steps_between_jobs() {
        pop.onJson(
                        "GET /api/pop-forms/career-steps",
                        "{\"items\":[{\"code\":\"s-1\",\"family\":\"techniek\",\"from\":\"Monteur\",\"to\":\"Lasser\",\"direction\":\"SIDE\"}]}")
                .onJson("DELETE /api/pop-forms/career-steps/s-1", "{}");
        Browser hr = browser("hella", "HR");
        HttpResponse<String> page = hr.open("/hr/career-steps/all");
        assertThat(page.body())
                .contains("Monteur → Lasser", "functiefamilie techniek")
                .doesNotContain("??");
        hr.submit(page, "/hr/career-steps/all/s-1/removal", form("hella", "/hr/career-steps/all", "removal-s-1"));
        assertThat(pop.last("DELETE", "/api/pop-forms/career-steps/s-1")).isPresent();
    }

    @Test
    void what_is_hr_s_is_shown_to_hr_alone_and_what_is_one_s_own_to_employees() {
        assertThat(employee().open("/hr/offers/all").uri().getPath()).isEqualTo("/me");
        assertThat(employee().open("/hr/career-steps/all").uri().getPath()).isEqualTo("/me");
    }

    private static Map<String, String> form(String person, String at, String name, String... fields) {
        Map<String, String> form = new HashMap<>(Map.of("_form", name, "_at", at, "_by", person, "key", "key-" + name));
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return form;
    }

    private static Browser employee() {
        return browser("anna", "EMPLOYEE");
    }

    private static Browser browser(String person, String role) {
        portal.issuer().letIn(person, role);
        Browser browser = new Browser(portal.url(), "nl");
        browser.open("/settings");
        return browser;
    }
}
