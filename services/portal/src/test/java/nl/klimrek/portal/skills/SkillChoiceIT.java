package nl.klimrek.portal.skills;

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

/** The skill of a goal, chosen from the lists of the organisation. */
class SkillChoiceIT {

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
        pop.onJson(
                        "GET /api/pop-forms/mine",
                        "{\"pop\":\"pop-anna\",\"agreement\":{\"version\":1,\"state\":\"DRAFT\"},\"goals\":[]}")
                .onJson(
                        "GET /api/pop-forms/skill-lists",
                        "{\"items\":[{\"scheme\":\"ESCO\",\"version\":\"1.2.0\",\"languages\":[]}]}")
                .onJson("GET /api/pop-forms/skills", """
                        {"items":[{"scheme":"ESCO","code":"http://esco/skill/1","version":"1.2.0","label":"lassen"},
                         {"scheme":"OWN","code":"las-1","version":"2026","label":"lassen <boord>"}],"next":null}""")
                .onJson("POST /api/pop-forms/pop-anna/goals", "{\"id\":\"g-1\"}");
    }

    @Test
    void names_are_offered_as_one_types_with_their_list() {
        Browser anna = anna();
        assertThat(anna.open("/plan/goals/new").body())
                .contains("data-hx-get=\"/plan/skills/names\"", "<datalist id=\"goal-skill-names\">");
        assertThat(anna.open("/plan/skills/names?skill2=las").body())
                .contains("<option value=\"lassen\" label=\"lassen · ESCO (Europese lijst)\">")
                .contains("lassen &lt;boord&gt;")
                .doesNotContain("??");
        assertThat(anna.open("/plan/skills/names").body()).doesNotContain("<option");
    }

    @Test
    void a_goal_carries_the_skill_by_its_code() {
        HttpResponse<String> after = send("Lassen");
        assertThat(after.statusCode()).isLessThan(500);
        assertThat(pop.last("POST", "/api/pop-forms/pop-anna/goals")
                        .orElseThrow()
                        .body())
                .contains(
                        "\"skills\":[{\"scheme\":\"ESCO\",\"code\":\"http://esco/skill/1\",\"version\":\"1.2.0\",\"label\":\"lassen\"}]");
    }

    @Test
    void a_name_that_no_list_has_comes_back_beside_its_field() {
        HttpResponse<String> after = send("solderen");
        assertThat(after.uri().getPath()).isEqualTo("/plan/goals/new");
        assertThat(after.body()).contains("value=\"solderen\"", "id=\"goal-skill-error\"");
        assertThat(pop.last("POST", "/api/pop-forms/pop-anna/goals")).isEmpty();
    }

    @Test
    void without_lists_nobody_is_asked_for_a_skill() {
        pop.onJson("GET /api/pop-forms/skill-lists", "{\"items\":[]}");
        assertThat(anna().open("/plan/goals/new").body()).doesNotContain("/plan/skills");
    }

    @Test
    void a_skill_is_noted_shown_and_removed() {
        pop.onJson("GET /api/pop-forms/my-skills", """
                        {"items":[{"id":"sk-1","scheme":"ESCO","code":"http://esco/skill/1","version":"1.2.0","label":"lassen <boord>",
                         "uses":["CAN","TEACHES"],"shared":true}]}""")
                .onJson("POST /api/pop-forms/my-skills", "{\"items\":[]}")
                .onJson("DELETE /api/pop-forms/my-skills/sk-1", "{\"items\":[]}");
        Browser anna = anna();
        HttpResponse<String> page = anna.open("/plan/skills");
        assertThat(page.body())
                .contains("lassen &lt;boord&gt;", "Gedeeld met je team", "Ik kan dit · Ik kan het collega’s leren")
                .doesNotContain("??");
        anna.submit(page, "/plan/skills", form("skill", "skill", "lassen", "uses", "TEACHES", "shared", "true"));
        assertThat(pop.last("POST", "/api/pop-forms/my-skills").orElseThrow().body())
                .isEqualTo(
                        "{\"scheme\":\"ESCO\",\"code\":\"http://esco/skill/1\",\"version\":\"1.2.0\",\"label\":\"lassen\","
                                + "\"uses\":[\"TEACHES\"],\"shared\":true}");
        anna.submit(page, "/plan/skills/sk-1/removal", form("removal-sk-1"));
        assertThat(pop.last("DELETE", "/api/pop-forms/my-skills/sk-1")).isPresent();
    }

    @Test
    void a_skill_without_a_use_is_asked_again() {
        pop.onJson("GET /api/pop-forms/my-skills", "{\"items\":[]}");
        Browser anna = anna();
        HttpResponse<String> after =
                anna.submit(anna.open("/plan/skills"), "/plan/skills", form("skill", "skill", "lassen"));
        assertThat(after.body())
                .contains("Kies er ten minste één.", "value=\"lassen\"")
                .doesNotContain("??");
        assertThat(pop.last("POST", "/api/pop-forms/my-skills")).isEmpty();
    }

    @Test
    void a_team_sees_names_beside_skills() {
        pop.onJson("GET /api/pop-forms/team-skills", """
                {"items":[{"scheme":"ESCO","code":"1","label":"lassen","can":[],"teach":["anna"],"learn":["bram","emre"]}],"next":null}""");
        assertThat(anna().open("/plan/skills/team").body())
                .contains("lassen", "Leert het anderen", "Wil het leren")
                .doesNotContain("Kan het", "??");
        pop.onJson("GET /api/pop-forms/team-skills", "{\"items\":[],\"next\":null}");
        assertThat(anna().open("/plan/skills/team").body()).contains("Jij kunt de eerste zijn");
    }

    private static Map<String, String> form(String name, String... fields) {
        Map<String, String> form =
                new HashMap<>(Map.of("_form", name, "_at", "/plan/skills", "_by", "anna", "key", "key-" + name));
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return form;
    }

    private static HttpResponse<String> send(String skill) {
        Browser anna = anna();
        HttpResponse<String> page = anna.open("/plan/goals/new");
        return anna.submit(
                page,
                "/plan/goals",
                Map.of(
                        "_form", "goal",
                        "_at", "/plan/goals/new",
                        "_by", "anna",
                        "key", "key-" + skill,
                        "pop", "pop-anna",
                        "title", "Leren lassen",
                        "targetDate", "2099-05-01",
                        "skill", skill));
    }

    private static Browser anna() {
        portal.issuer().letIn("anna", "EMPLOYEE");
        Browser browser = new Browser(portal.url(), "nl");
        browser.open("/settings");
        return browser;
    }
}
