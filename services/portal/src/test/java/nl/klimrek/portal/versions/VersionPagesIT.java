package nl.klimrek.portal.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.klimrek.portal.fixture.Browser;
import nl.klimrek.portal.fixture.FakeHttpService;
import nl.klimrek.portal.fixture.RunningPortal;
import nl.klimrek.portal.gateway.Upstream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was agreed in each version, and what changed between two. */
class VersionPagesIT {

    private static final String VERSIONS = "/api/pop-forms/pop-anna/versions";

    private static RunningPortal portal;

    @BeforeAll
    static void start() {
        portal = new RunningPortal(Map.of());
        portal.service(Upstream.REMINDERS).onJson("GET /api/reminders", "{\"items\":[],\"next\":null}");
        FakeHttpService pop = portal.service(Upstream.POP_FORMS);
        pop.onJson("GET " + VERSIONS, """
                        {"items":[{"version":7,"manager":"bram","agreedAt":"2026-11-20T10:00:00Z","kept":true},
                         {"version":4,"manager":"bram","agreedAt":"2026-06-02T10:00:00Z","kept":true},
                         {"version":2,"manager":"bram","agreedAt":"2026-01-02T10:00:00Z","kept":false}],"next":null}""")
                .onJson("GET " + VERSIONS + "/4", """
                        {"version":4,"manager":"bram","agreedAt":"2026-06-02T10:00:00Z",
                         "form":{"id":"klimrek-default","version":1,"sections":[{"code":"portrait","optional":true,"title":"Portret",
                          "questions":[{"code":"motives","optional":true,"text":"Wat drijft je?"},{"code":"fitNow","optional":true,"text":"Past het?"}]}]},
                         "portrait":{"motives":"rust <b>","fitNow":null},
                         "goals":[{"title":"Leren lassen","why":"Nieuwsgierig","state":"ACTING","purpose":"BROADEN","direction":"SIDE",
                          "targetDate":"2026-12-31","activities":[{"title":"Meelopen","mode":"SHADOWING","effortMinutes":240}]}],"privateGoals":1}""")
                .onJson("GET " + VERSIONS + "/4/difference", """
                        {"from":4,"to":7,"answers":[{"field":"motives","before":"rust","after":"ruimte <b>"}],
                         "goals":[{"id":"g-1","kind":"CHANGED","title":"Leren lassen",
                           "fields":[{"field":"targetDate","before":"2026-12-31","after":"2027-03-31"},{"field":"state","before":"SET","after":"ACTING"}],
                           "activities":[{"id":"a-1","kind":"ADDED","title":"Meelopen","fields":[],"activities":[]}]},
                          {"id":"g-2","kind":"REMOVED","title":"Spaans","fields":[],"activities":[]}],
                         "privateGoalsBefore":1,"privateGoalsAfter":2}""")
                .onJson(
                        "GET " + VERSIONS + "/7/difference",
                        "{\"from\":7,\"to\":0,\"answers\":[],\"goals\":[],\"privateGoalsBefore\":2,\"privateGoalsAfter\":2}");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void the_owner_and_the_manager_see_the_versions_and_what_to_do_with_them() {
        for (String base : new String[] {"/plan/versions", "/team/anna/plan/versions"}) {
            assertThat(reader(base, "nl").open(base).body())
                    .contains("Versie 7", "href=\"" + base + "/7\"", "href=\"" + base + "/7/difference\"")
                    .contains("href=\"" + base + "/4/difference?to=7\"", "voordat Klimrek bewaarde")
                    .doesNotContain(base + "/2\"", "??");
        }
    }

    @Test
    void a_version_is_read_under_its_own_questions() {
        assertThat(reader("/plan/versions", "nl").open("/plan/versions/4").body())
                .contains("Wat drijft je?", "rust &lt;b&gt;", "Leren lassen", "Meelopen · Meelopen met iemand · 4 uur")
                .contains("Eén doel was privé")
                .doesNotContain("Past het?", "??");
    }

    @Test
    void two_versions_stand_side_by_side_in_words() {
        assertThat(reader("/team/anna/plan/versions", "nl")
                        .open("/team/anna/plan/versions/4/difference?to=7")
                        .body())
                .contains("Van versie 4 naar versie 7", "ruimte &lt;b&gt;", "31 dec. 2026", "31 mrt. 2027")
                .contains("Staat er niet meer in", "Nieuw", "Privé doelen: eerst 1, daarna 2.")
                .doesNotContain("??");
        assertThat(reader("/plan/versions", "en")
                        .open("/plan/versions/4/difference?to=7")
                        .body())
                .contains("From version 4 to version 7", "Not in it any more")
                .doesNotContain("??");
        assertThat(reader("/plan/versions", "nl")
                        .open("/plan/versions/7/difference")
                        .body())
                .contains("Van versie 7 naar nu", "Er is niets veranderd.")
                .doesNotContain("??");
    }

    private static Browser reader(String base, String language) {
        boolean own = base.startsWith("/plan");
        portal.issuer().letIn(own ? "anna" : "bram", own ? "EMPLOYEE" : "MANAGER");
        Browser browser = new Browser(portal.url(), language);
        browser.open("/settings");
        return browser;
    }
}
