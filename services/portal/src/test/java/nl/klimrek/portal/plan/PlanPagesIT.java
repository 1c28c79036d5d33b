package nl.klimrek.portal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.klimrek.portal.fixture.Browser;
import nl.klimrek.portal.fixture.FakeHttpService;
import nl.klimrek.portal.fixture.FakeHttpService.Asked;
import nl.klimrek.portal.fixture.HtmlForms;
import nl.klimrek.portal.fixture.RunningPortal;
import nl.klimrek.portal.gateway.Upstream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The plan's pages as they are rendered, and what their forms send. */
class PlanPagesIT {
    private static final String CODES =
            "(?s).*>[^<]*\\b(ACTING|STALLED|SIDE|BROADEN|ON_THE_JOB|SHADOWING|INDIVIDUAL|MOGEN|TIME|CERTIFICATE|SELF|DRAFT|EMPLOYEE)\\b[^<]*<.*";
    private static RunningPortal portal;
    private static FakeHttpService pop;

    @BeforeAll
    static void start() {
        portal = new RunningPortal(Map.of());
        pop = portal.service(Upstream.POP_FORMS);
        portal.service(Upstream.REMINDERS).onJson("GET /api/reminders", "{\"items\":[],\"next\":null}");
        pop.onJson("GET /api/pop-forms/template", """
                {"id":"klimrek-default","version":1,"sections":[{"code":"portrait","questions":[{"code":"motives","text":"Waar krijg je energie van?"},
                 {"code":"qualities","text":"Waar ben je goed in?"}]}]}""");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @BeforeEach
    void usual() {
        pop.forget();
        pop.onJson("GET /api/pop-forms/pop-anna/proposals", """
                {"items":[{"id":"g-9","proposer":"bram","origin":"MANAGER","title":"De <overdracht> leiden","why":"Past bij je",
                "targetDate":"2031-05-01","direction":"SIDE","proposedOn":"2026-11-02"}],"next":null}""");
        plan("DRAFT", goal("g-1", "SET"), goal("g-2", "STALLED"), goal("g-0", "DROPPED"), goal("g-3", "ACTING"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void every_page_has_words_for_everything_in_both_languages(String language) {
        Browser browser = anna(language);
        for (String path : new String[] {
            "/plan",
            "/plan/portrait",
            "/plan/goals/new",
            "/plan/goals/g-1",
            "/plan/goals/g-2",
            "/plan/goals/g-3",
            "/plan/goals/g-0",
            "/plan/print"
        }) {
            HttpResponse<String> page = browser.open(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body())
                    .as(path)
                    .doesNotContain("??", "<lassen>", "<overdracht>", ">plan.", "null")
                    .doesNotMatch(CODES);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SET, start",
        "ACTING, evaluation",
        "EVALUATED, achievement",
        "EVALUATED, adjustment",
        "ADJUSTED, start",
        "STALLED, start",
        "STALLED, evaluation",
        "SET, stall",
        "ACTING, drop",
        "ACHIEVED, evidence",
        "SET, activities"
    })
    void a_goal_offers_the_steps_its_life_allows(String state, String step) {
        plan("AGREED", goal("g-1", state));
        assertThat(anna("nl").open("/plan/goals/g-1").body())
                .contains("action=\"/plan/goals/g-1/" + step + "\"")
                .doesNotContain("??");
    }

    @ParameterizedTest
    @CsvSource({
        "DROPPED, evidence",
        "DROPPED, activities",
        "ACHIEVED, drop",
        "SET, evaluation",
        "ACTING, adjustment",
        "STALLED, stall"
    })
    void what_a_goal_s_life_does_not_allow_is_not_offered(String state, String step) {
        plan("AGREED", goal("g-1", state));
        assertThat(anna("nl").open("/plan/goals/g-1").body()).doesNotContain("action=\"/plan/goals/g-1/" + step + "\"");
    }

    @Test
    void the_first_goal_starts_the_plan_and_three_fields_are_enough() {
        pop.on(
                "GET /api/pop-forms/mine",
                FakeHttpService.json(
                        404,
                        "{\"code\":\"pop-not-started\",\"title\":\"Nog geen plan\"}",
                        "Content-Type",
                        "application/problem+json"));
        Browser browser = anna("nl");
        assertThat(browser.open("/plan").body())
                .contains("Schrijf je eerste doel op", "href=\"/plan/goals/new\"")
                .doesNotContain("??");
        HttpResponse<String> page = browser.open("/plan/goals/new");
        pop.onJson("POST /api/pop-forms", "{\"pop\":\"pop-anna\"}")
                .on("POST /api/pop-forms/pop-anna/goals", exchange -> {
                    usual();
                    FakeHttpService.json(200, "{\"id\":\"g-1\"}").to(exchange);
                });
        HttpResponse<String> after = browser.submit(
                page,
                "/plan/goals",
                form(
                        "goal",
                        "/plan/goals/new",
                        "pop",
                        "",
                        "title",
                        "Leren lassen",
                        "why",
                        "",
                        "targetDate",
                        "2031-05-01"));
        assertThat(after.uri().getPath()).isEqualTo("/plan/goals/g-1");
        assertThat(after.body()).contains("Je doel staat in je plan: Leren lassen.");
    }

    @Test
    void a_goal_is_sent_as_it_was_typed_and_the_rest_has_a_usual_value() {
        pop.onJson("POST /api/pop-forms/pop-anna/goals", "{\"id\":\"g-1\"}");
        send(
                "/plan/goals",
                form(
                        "goal",
                        "/plan/goals/new",
                        "pop",
                        "pop-anna",
                        "title",
                        " Leren & <lassen> ",
                        "targetDate",
                        "2099-05-01",
                        "keptPrivate",
                        "true",
                        "direction",
                        "UP"));
        assertThat(last("/goals").body())
                .isEqualTo(
                        "{\"title\":\"Leren & <lassen>\",\"why\":null,\"howMeasured\":null,\"supportFrom\":null,\"targetDate\":\"2099-05-01\","
                                + "\"horizon\":\"LONG\",\"purpose\":\"BROADEN\",\"direction\":\"UP\",\"origin\":\"EMPLOYEE\",\"keptPrivate\":true}");
    }

    @Test
    void a_day_that_is_none_comes_back_beside_its_field_with_every_word() {
        HttpResponse<String> after = send(
                "/plan/goals",
                form("goal", "/plan/goals/new", "pop", "pop-anna", "title", "Leren lassen", "targetDate", "1 mei"));
        assertThat(after.uri().getPath()).isEqualTo("/plan/goals/new");
        assertThat(after.body()).contains("value=\"Leren lassen\"", "id=\"goal-targetDate-error\"");
        assertThat(pop.last("POST", "/api/pop-forms/pop-anna/goals")).isEmpty();
    }

    @Test
    void a_goal_moves_by_buttons_and_by_dragging_to_the_same_place() {
        pop.onJson("POST /api/pop-forms/pop-anna/goals/g-3/rank", "{}");
        HttpResponse<String> after = send(
                "/plan/order", form("up-2", "/plan", "pop", "pop-anna", "goal", "g-3", "rank", "2", "title", "Leren"));
        assertThat(after.body()).contains("Je hebt Leren een andere plek gegeven.");
        assertThat(last("/goals/g-3/rank").body()).isEqualTo("{\"rank\":2}");
        send(
                "/plan/order/drag",
                form("drag", "/plan", "pop", "pop-anna", "moved", "g-3", "position", "1", "from", "0"));
        assertThat(last("/goals/g-3/rank").body()).isEqualTo("{\"rank\":1}");
    }

    @Test
    void the_portrait_is_saved_over_the_version_that_was_seen_and_a_later_one_is_shown_beside_what_was_typed() {
        pop.on(
                "PUT /api/pop-forms/pop-anna/portrait",
                FakeHttpService.json(
                        412,
                        "{\"code\":\"version-stale\",\"title\":\"Je plan is intussen gewijzigd\"}",
                        "Content-Type",
                        "application/problem+json"));
        HttpResponse<String> after = send(
                "/plan/portrait",
                form("portrait", "/plan/portrait", "pop", "pop-anna", "etag", "\"3\"", "motives", "Bouwen en lassen"));
        assertThat(last("PUT", "/portrait").headers()).containsEntry("if-match", "\"3\"");
        assertThat(after.body())
                .contains(
                        "Je plan is intussen gewijzigd",
                        ">Bouwen en lassen</textarea>",
                        "Nu staat er in je plan: Mensen helpen");
    }

    /** What only adds to the plan takes no words away; the confirmation names the agreed version in its own field. */
    @Test
    void every_form_that_changes_something_names_the_version_that_was_shown() {
        String adds = ".*/(goals|moments|activities|evidence|milestones|confirmation|proposals/.*)";
        Browser browser = anna("nl");
        Set<String> named = new TreeSet<>();
        for (String state : new String[] {"SET", "ACTING", "EVALUATED", "STALLED"}) {
            plan("DRAFT", goal("g-1", state), goal("g-2", "SET"));
            for (String path : new String[] {"/plan", "/plan/portrait", "/plan/goals/g-1", "/plan/goals/new"}) {
                HttpResponse<String> page = browser.open(path);
                for (String action : HtmlForms.actions(page, "/plan")) {
                    if (!action.matches(adds)) {
                        assertThat(HtmlForms.filled(page, action, Map.of()))
                                .as(path + ": " + action)
                                .containsEntry("etag", "\"4\"");
                        named.add(action);
                    }
                }
            }
        }
        assertThat(named)
                .contains(
                        "/plan/portrait",
                        "/plan/order",
                        "/plan/order/drag",
                        "/plan/goals/g-1/adjustment",
                        "/plan/goals/g-1/drop",
                        "/plan/goals/g-1/stall",
                        "/plan/goals/g-1/achievement",
                        "/plan/goals/g-1/change",
                        "/plan/rhythm",
                        "/plan/milestones/m-1/achievement",
                        "/plan/activities/a-1/change",
                        "/plan/activities/a-1/drop",
                        "/plan/activities/a-2/application",
                        "/plan/goals/g-1/activities/a-1/completion");
    }

    @Test
    void steps_send_what_was_filled_in() {
        for (String step : new String[] {
            "goals/g-3/learning-moments",
            "goals/g-3/stall",
            "goals/g-3/activities",
            "goals/g-3/evidence",
            "activities/a-1/completion",
            "confirmation"
        }) {
            pop.onJson("POST /api/pop-forms/pop-anna/" + step, "{}");
        }
        String at = "/plan/goals/g-3";
        send(
                "/plan/moments",
                form("moment", "/plan", "pop", "pop-anna", "goal", "g-3", "text", "Van Piet", "minutes", "15"));
        assertThat(last("/goals/g-3/learning-moments").body()).isEqualTo("{\"text\":\"Van Piet\",\"minutes\":15}");
        send(at + "/stall", form("stall", at, "pop", "pop-anna", "barriers", "TIME", "blockedFactor", "MOGEN"));
        assertThat(last("/goals/g-3/stall").body()).isEqualTo("{\"barriers\":[\"TIME\"],\"blockedFactor\":\"MOGEN\"}");
        send(
                at + "/activities",
                form(
                        "activity",
                        at,
                        "pop",
                        "pop-anna",
                        "title",
                        "Meelopen",
                        "mode",
                        "SHADOWING",
                        "hours",
                        "1,5",
                        "cost",
                        "99,95"));
        assertThat(last("/goals/g-3/activities").body())
                .isEqualTo(
                        "{\"title\":\"Meelopen\",\"form\":\"INFORMAL\",\"setting\":\"INDIVIDUAL\",\"mode\":\"SHADOWING\","
                                + "\"effortMinutes\":90,\"costCents\":9995}");
        send(
                at + "/activities/a-1/completion",
                form("completion-0", at, "pop", "pop-anna", "insight", "Eerst warm maken", "completedOn", ""));
        assertThat(last("/activities/a-1/completion").body())
                .isEqualTo("{\"experience\":null,\"insight\":\"Eerst warm maken\",\"nextTry\":null}");
        send(
                at + "/evidence",
                form(
                        "evidence",
                        at,
                        "pop",
                        "pop-anna",
                        "kind",
                        "LINK",
                        "validation",
                        "SELF",
                        "text",
                        "Foto",
                        "link",
                        "https://example.org"));
        assertThat(last("/goals/g-3/evidence").body())
                .isEqualTo(
                        "{\"kind\":\"LINK\",\"validation\":\"SELF\",\"text\":\"Foto\",\"link\":\"https://example.org\"}");
        send("/plan/confirmation", form("confirm", "/plan", "pop", "pop-anna", "version", "4"));
        assertThat(last("/confirmation").body()).isEqualTo("{\"version\":4}");
    }

    @Test
    void a_goal_changes_and_what_its_form_does_not_show_stays() {
        pop.onJson("PUT /api/pop-forms/pop-anna/goals/g-3", "{}");
        String at = "/plan/goals/g-3";
        send(
                at + "/change",
                form("change", at, "pop", "pop-anna", "etag", "\"4\"", "title", "Anders", "targetDate", "2099-05-01"));
        Asked sent = last("PUT", "/goals/g-3");
        assertThat(sent.headers()).containsEntry("if-match", "\"4\"");
        assertThat(sent.body())
                .contains(
                        "\"title\":\"Anders\"",
                        "\"keptPrivate\":false",
                        "\"direction\":\"SIDE\"",
                        "\"purpose\":\"BROADEN\"",
                        "\"code\":\"S1.2.3\"");
    }

    @Test
    void an_activity_changes_and_a_moment_is_completed_later() {
        pop.onJson("PUT /api/pop-forms/pop-anna/activities/a-2", "{}")
                .onJson("POST /api/pop-forms/pop-anna/activities/a-2/application", "{}")
                .onJson("POST /api/pop-forms/pop-anna/milestones/m-1/achievement", "{}");
        String at = "/plan/goals/g-3";
        send(
                "/plan/activities/a-2/change",
                form(
                        "change-a-2",
                        at,
                        "pop",
                        "pop-anna",
                        "was",
                        "ON_THE_JOB",
                        "form",
                        "INFORMAL",
                        "mode",
                        "ON_THE_JOB",
                        "minutes",
                        "20",
                        "setting",
                        "INDIVIDUAL",
                        "insight",
                        "Warm maken"));
        assertThat(last("PUT", "/activities/a-2").body())
                .isEqualTo("{\"title\":null,\"form\":\"INFORMAL\",\"setting\":\"INDIVIDUAL\",\"mode\":\"ON_THE_JOB\","
                        + "\"effortMinutes\":20,\"insight\":\"Warm maken\"}");
        HttpResponse<String> used = send(
                "/plan/activities/a-2/application", form("used-a-2", at, "pop", "pop-anna", "used", "yes", "note", ""));
        assertThat(last("/activities/a-2/application").body()).isEqualTo("{\"used\":true,\"note\":null}");
        assertThat(used.body()).contains("Wat je gebruikt, houd je.");
        HttpResponse<String> reached =
                send("/plan/milestones/m-1/achievement", form("reached-m-1", at, "pop", "pop-anna"));
        assertThat(reached.body()).contains("Goed gedaan!");
    }

    @Test
    void a_proposed_goal_is_accepted_on_another_day_or_declined() {
        pop.onJson("POST /api/pop-forms/pop-anna/proposals/g-9/acceptance", "{\"id\":\"g-1\",\"pop\":\"pop-anna\"}")
                .onJson("POST /api/pop-forms/pop-anna/proposals/g-9/decline", "{}");
        assertThat(anna("nl").open("/plan").body()).contains("Aan jou voorgesteld", "De &lt;overdracht&gt; leiden");
        HttpResponse<String> after =
                send("/plan/proposals/g-9/acceptance", form("accept-g-9", "/plan", "targetDate", "2032-01-01"));
        assertThat(after.uri().getPath()).isEqualTo("/plan/goals/g-1");
        assertThat(last("/proposals/g-9/acceptance").body()).isEqualTo("{\"targetDate\":\"2032-01-01\"}");
        send("/plan/proposals/g-9/decline", form("decline-g-9", "/plan", "reason", "Past nu niet"));
        assertThat(last("/proposals/g-9/decline").body()).isEqualTo("{\"reason\":\"Past nu niet\"}");
    }

    @Test
    void a_goal_that_is_stuck_needs_something_that_is_in_the_way() {
        HttpResponse<String> after = send("/plan/goals/g-3/stall", form("stall", "/plan/goals/g-3", "pop", "pop-anna"));
        assertThat(after.body()).contains("Kies ten minste één ding dat in de weg zit.");
    }

    @Test
    void two_hundred_goals_are_shown_a_page_at_a_time() {
        plan(
                "DRAFT",
                IntStream.range(0, 200).mapToObj(at -> goal("g-" + at, "SET")).toArray(String[]::new));
        Browser browser = anna("nl");
        assertThat(browser.open("/plan").body())
                .contains("href=\"/plan?from=25\"")
                .doesNotContain("href=\"/plan/goals/g-25\"");
        assertThat(browser.open("/plan?from=175").body())
                .contains("href=\"/plan/goals/g-199\"")
                .doesNotContain("?from=200");
    }

    @Test
    void a_goal_that_is_not_in_the_plan_is_a_kind_page() {
        HttpResponse<String> page = anna("nl").open("/plan/goals/g-9");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("Dit doel staat niet in je plan");
    }

    @Test
    void the_plan_is_taken_along_as_a_file_and_when_it_is_away_that_is_told() {
        pop.onJson("GET /api/pop-forms/mine/export", "{\"format\":\"klimrek-pop\"}");
        HttpResponse<String> file = anna("nl").open("/plan/export");
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("pop.json");
        assertThat(file.body()).isEqualTo("{\"format\":\"klimrek-pop\"}");
        pop.on("GET /api/pop-forms/mine", FakeHttpService.hangUp());
        assertThat(anna("nl").open("/plan").body()).contains("Je ontwikkelplan is even niet beschikbaar");
    }

    private static void plan(String agreement, String... goals) {
        pop.on(
                "GET /api/pop-forms/mine",
                FakeHttpService.json(200, """
                {"pop":"pop-anna","agreement":{"version":4,"state":"%s","confirmedByEmployee":false,"agreed":[{"version":2,"manager":"bram","at":"2026-11-01T09:00:00Z"}]},
                 "portrait":{"motives":"Mensen helpen"},"goals":[%s],"rhythmWeeks":6,"mix":{"doingMinutes":60,"othersMinutes":30,"coursesMinutes":0},
                 "advice":{"nudges":[{"code":"NOT_SPECIFIC","goal":"g-1","text":"Waaraan merk je het?"},{"code":"ADD_QUICK_WIN","text":"Voeg iets kleins toe."}],
                 "sideways":[{"mode":"SHADOWING","text":"Loop een dag mee."}]}}""".formatted(agreement, String.join(",", goals)), "ETag", "\"4\""));
    }

    private static String goal(String id, String state) {
        String more = switch (state) {
            case "STALLED" ->
                ",\"stall\":{\"barriers\":[\"TIME\"],\"blockedFactor\":\"MOGEN\",\"since\":\"2026-11-01\"}";
            case "DROPPED" -> ",\"droppedBecause\":\"Ander werk\"";
            case "ACHIEVED" -> ",\"achievedOn\":\"2026-11-02\"";
            default -> "";
        };
        return "{\"id\":\"" + id + "\",\"state\":\"" + state + """
                ","title":"Leren <lassen>","why":"Omdat","horizon":"SHORT","purpose":"BROADEN","origin":"EMPLOYEE","direction":"SIDE","targetDate":"2027-05-01",
                "keptPrivate":true,"evaluations":[{"on":"2026-11-02","text":"Gaat goed"}],"activities":[{"id":"a-1","title":"Meelopen","form":"INFORMAL",
                "setting":"INDIVIDUAL","mode":"SHADOWING","effortMinutes":90,"costCents":1000,"startsOn":"2026-12-01"},{"id":"a-2","form":"INFORMAL",
                "setting":"INDIVIDUAL","mode":"ON_THE_JOB","effortMinutes":30,"completedOn":"2026-11-02","insight":"Warm maken"}],
                "milestones":[{"id":"m-1","text":"Eerste las"},{"id":"m-2","text":"Tweede las","reachedOn":"2026-11-02"}],
                "skills":[{"scheme":"ESCO","code":"S1.2.3","version":"1.2","label":"lassen"}],
                "evidence":[{"id":"e-1","kind":"CERTIFICATE","validation":"SELF","text":"Diploma","link":"https://example.org","expiresOn":"2028-01-01"}]""" + more + "}";
    }

    private static Map<String, String> form(String name, String at, String... fields) {
        Map<String, String> form = new HashMap<>(Map.of("_form", name, "_at", at, "_by", "anna", "key", "key-" + name));
        IntStream.range(0, fields.length / 2).forEach(n -> form.put(fields[2 * n], fields[2 * n + 1]));
        return form;
    }

    private static HttpResponse<String> send(String path, Map<String, String> form) {
        Browser browser = anna("nl");
        return browser.submit(browser.open(form.get("_at")), path, form);
    }

    private static Asked last(String path) {
        return last("POST", path);
    }

    private static Asked last(String method, String path) {
        return pop.last(method, "/api/pop-forms/pop-anna" + path)
                .orElseThrow(() -> new AssertionError(
                        pop.asked().stream().map(Asked::pathAndQuery).collect(Collectors.joining(", "))));
    }

    private static Browser anna(String language) {
        portal.issuer().letIn("anna", "EMPLOYEE");
        Browser browser = new Browser(portal.url(), language);
        browser.open("/settings");
        return browser;
    }
}
