package nl.klimrek.portal.team;

import static nl.klimrek.portal.fixture.ReadablePage.form;
import static nl.klimrek.portal.fixture.ReadablePage.readable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.klimrek.portal.fixture.Browser;
import nl.klimrek.portal.fixture.FakeHttpService;
import nl.klimrek.portal.fixture.FakeHttpService.Asked;
import nl.klimrek.portal.fixture.RunningPortal;
import nl.klimrek.portal.gateway.Upstream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manager's rooms: team, one report, requests and load. */
class TeamPagesIT {
    private static final String NONE = "{\"items\":[],\"next\":null}";
    private static final String REQUEST = "ba-anna:r1";
    private static final FakeHttpService.Answer AWAY = FakeHttpService.json(
            503,
            "{\"code\":\"store-away\",\"title\":\"Even niet bereikbaar\"}",
            "Content-Type",
            "application/problem+json");
    private static RunningPortal portal;

    @BeforeAll
    static void start() {
        portal = new RunningPortal(Map.of());
        portal.directory().list("anna", "Anna", "de Wit");
        portal.directory().list("bram", "Bram", "Hoekstra");
        portal.directory().list("james", "James", "Okafor");
        portal.service(Upstream.REMINDERS).onJson("GET /api/reminders", NONE);
        full();
        Browser bram = bram("nl");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> bram.open("/team/requests/" + REQUEST).body().contains("Anna de Wit"));
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @BeforeEach
    void everythingAnswers() {
        full();
        forgetAsked();
    }

    private static void forgetAsked() {
        for (Upstream service : Upstream.values()) {
            portal.service(service).forget();
        }
    }

    private static void full() {
        portal.service(Upstream.PEOPLE).onJson("GET /api/people/bram/reports", """
                {"items":[{"person":"james","givenName":"James","familyName":"Okafor","job":"Planner","team":"zuid","teamName":"Zuid"},
                 {"person":"anna","givenName":"Anna","familyName":"de Wit","job":"Verpleegkundige <b>","team":"zuid","teamName":"Zuid",
                  "absentFrom":"2026-01-01","absentUntil":"2099-01-01"}],"next":null}""");
        portal.service(Upstream.CONVERSATIONS)
                .onJson("GET /api/conversations/team", "{\"items\":[%s,%s],\"next\":null}".formatted(annaLine(), """
                {"employee":"james","open":[{"conversation":"c-3","type":"CHECK_IN","status":"ACCEPTED","asked":"NOTHING","windowFrom":"2026-01-01",
                 "windowUntil":"2099-02-01","slotStart":"2099-01-05T09:00:00Z","slotEnd":"2099-01-05T09:30:00Z"}],"overdueAgreements":0,"months":[]}"""))
                .onJson("GET /api/conversations/team/anna", """
                {"line":%s,"talks":[{"conversation":"c-1","type":"DEVELOPMENT","status":"PLANNED","asked":"FIND_A_TIME","windowFrom":"2026-01-01","windowUntil":"2099-01-01"},
                 {"conversation":"c-0","type":"CHECK_IN","status":"CLOSED","asked":"NOTHING","windowFrom":"2026-01-01","windowUntil":"2026-02-01","heldOn":"2026-01-20"}]}""".formatted(annaLine()))
                .onJson(
                        "GET /api/conversations/capacity",
                        "{\"manager\":\"bram\",\"perDay\":2,\"perWeek\":1,\"delegates\":[\"james\"],\"usual\":false}")
                .on(
                        "GET /api/conversations/capacity",
                        FakeHttpService.json(
                                200,
                                "{\"manager\":\"bram\",\"perDay\":2,\"perWeek\":1,\"delegates\":[\"james\"],\"usual\":false}",
                                "ETag",
                                "\"7\""))
                .onJson("GET /api/conversations/overload", """
                {"items":[{"cycle":"cy","manager":"bram","conversations":4,"minutesShort":180,"from":"2026-12-01","until":"2026-12-21","delegates":["james"]}],"next":null}""")
                .onJson("GET /api/conversations", """
                {"items":[{"conversation":"c-1","status":"PLANNED","windowFrom":"2026-01-01","windowUntil":"2026-01-02"},
                 {"conversation":"c-2","status":"MISSED","windowFrom":"2026-01-01","windowUntil":"2026-01-02"}],"next":null}""")
                .on("POST /api/conversations", FakeHttpService.json(201, "{\"id\":\"c-new\"}"))
                .onJson("PUT /api/conversations/capacity", "{}");
        portal.service(Upstream.POP_FORMS)
                .onJson("GET /api/pop-forms/team", """
                {"items":[{"employee":"anna","pop":"pop-anna","state":"CONFIRMED_BY_EMPLOYEE","version":3,"goals":{"STALLED":1,"ACTING":2},
                 "privateGoals":1,"nextTarget":"2027-06-30"},{"employee":"james","pop":"pop-james","state":"NOT_STARTED","version":0}],"next":null}""")
                .on("GET /api/pop-forms/pop-anna", FakeHttpService.json(200, """
                {"pop":"pop-anna","employee":"anna","agreement":{"version":3,"state":"CONFIRMED_BY_EMPLOYEE"},"portrait":{"motives":"Mensen zien groeien"},
                 "goals":[{"id":"g-1","title":"Leren <lassen>","why":"Omdat het kan","state":"ACTING","purpose":"BROADEN","targetDate":"2027-06-30",
                  "howMeasured":"Een naad","activities":[{"title":"Meelopen","completedOn":"2026-10-01"}],"evidence":[{"id":"e-1","text":"Foto","link":"javascript:alert(1)","validation":"COLLEAGUE"},{"id":"e-2","text":"Pasje","validation":"EMPLOYER"}]}],
                 "privateGoals":1}""", "ETag", "\"9\""))
                .onJson("POST /api/pop-forms/pop-anna/confirmation", "{}")
                .onJson("POST /api/pop-forms/pop-anna/evidence/e-1/validation", "{}");
        portal.service(Upstream.LEARNING_BUDGETS)
                .onJson("GET /api/learning-budgets/requests", """
                {"items":[{"id":"ba-anna:r1","employee":"anna","goal":"g-1","shares":[{"pot":"personal-2026","unit":"EUR","amount":30000}],
                 "neededOn":"2026-12-01","requestedAt":"2026-11-20T10:00:00Z"}],"next":null}""")
                .on(
                        "GET /api/learning-budgets/requests/" + REQUEST,
                        FakeHttpService.json(200, request("REQUESTED", ""), "ETag", "\"5\""))
                .onJson("GET /api/learning-budgets/anna", """
                {"account":"ba-anna","pots":[{"pot":"personal-2026","unit":"EUR","validUntil":"2026-12-31","granted":50000,"available":15000,"reserved":30000,"committed":5000,"spent":0}]}""")
                .onJson("GET /api/learning-budgets/anna/ledger", """
                {"items":[{"number":1,"at":"2026-01-05T10:00:00Z","type":"GRANTED","pot":"personal-2026","unit":"EUR","amount":50000},
                 {"number":2,"at":"2026-02-05T10:00:00Z","type":"RESERVED","pot":"personal-2026","unit":"EUR","amount":5000,"request":"ba-anna:r0"},
                 {"number":3,"at":"2026-02-06T10:00:00Z","type":"COMMITTED","pot":"personal-2026","unit":"EUR","amount":5000,"request":"ba-anna:r0"},
                 {"number":4,"at":"2026-03-06T10:00:00Z","type":"SPENT","pot":"personal-2026","unit":"EUR","amount":4500,"request":"ba-anna:r0"}],"next":null}""")
                .onJson("POST /api/learning-budgets/requests/" + REQUEST + "/approval", "{\"employee\":\"anna\"}")
                .onJson("POST /api/learning-budgets/requests/" + REQUEST + "/refusal", "{\"employee\":\"anna\"}");
    }

    private static String annaLine() {
        return """
                {"employee":"anna","last":{"conversation":"c-0","type":"CHECK_IN","status":"CLOSED","asked":"NOTHING","heldOn":"2026-01-20"},
                 "open":[{"conversation":"c-1","type":"DEVELOPMENT","status":"PLANNED","asked":"FIND_A_TIME","windowFrom":"2026-01-01","windowUntil":"2099-01-01"}],
                 "overdueAgreements":2,"timeNeeded":{"from":"2026-12-01","until":"2026-12-22"},"months":[{"month":"%s","held":1,"ahead":1}]}""".formatted(
                        LocalDate.now(ZoneId.of("Europe/Amsterdam")).toString().substring(0, 7));
    }

    private static String request(String status, String more) {
        return """
                {"id":"ba-anna:r1","employee":"anna","status":"%s","what":"Cursus wondzorg","alternatives":"Meelopen met Fatima","goal":"g-1",
                 "shares":[{"pot":"personal-2026","unit":"EUR","amount":30000}],"neededOn":"2026-12-01","requestedAt":"2026-11-20T10:00:00Z"%s}""".formatted(status, more);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void every_page_of_the_rooms_is_readable_when_full(String language) {
        Browser bram = bram(language);
        for (String path : new String[] {
            "/team",
            "/team?show=attention",
            "/team?show=none",
            "/team?q=niemand",
            "/team/anna",
            "/team/anna/plan",
            "/team/anna/budgets",
            "/team/requests",
            "/team/requests/" + REQUEST,
            "/team/load"
        }) {
            readable(bram.open(path));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void every_page_of_the_rooms_is_readable_when_there_is_nothing_and_when_services_are_away(String language) {
        Browser bram = bram(language);
        portal.service(Upstream.PEOPLE).onJson("GET /api/people/bram/reports", NONE);
        portal.service(Upstream.CONVERSATIONS)
                .onJson("GET /api/conversations/team", NONE)
                .onJson("GET /api/conversations/overload", NONE)
                .onJson("GET /api/conversations", NONE);
        portal.service(Upstream.POP_FORMS).onJson("GET /api/pop-forms/team", NONE);
        portal.service(Upstream.LEARNING_BUDGETS)
                .onJson("GET /api/learning-budgets/requests", NONE)
                .onJson("GET /api/learning-budgets/anna", "{\"pots\":[]}")
                .onJson("GET /api/learning-budgets/anna/ledger", NONE);
        for (String path : new String[] {"/team", "/team/anna", "/team/anna/budgets", "/team/requests", "/team/load"}) {
            readable(bram.open(path));
        }
        full();
        portal.service(Upstream.CONVERSATIONS)
                .on("GET /api/conversations/team", AWAY)
                .on("GET /api/conversations/capacity", AWAY)
                .on("GET /api/conversations", AWAY);
        assertThat(readable(bram.open("/team"))).contains("Anna de Wit").contains("utrecht-alert--warning");
        assertThat(readable(bram.open("/team/load"))).contains("utrecht-alert--warning");
    }

    @Test
    void the_team_is_sorted_by_who_needs_attention_and_says_what_waits_without_a_word_of_theirs() {
        String page = readable(bram("nl").open("/team"));
        assertThat(page.indexOf("href=\"/team/anna\"")).isLessThan(page.indexOf("href=\"/team/james\""));
        assertThat(page)
                .contains("Anna de Wit: Zoek een moment")
                .contains("href=\"/conversations/c-1\"")
                .contains("Laatst gesproken: 20 jan. 2026, Bila")
                .contains("Afspraken over tijd: 2")
                .contains("Plan: bevestigd door de medewerker")
                .contains("Heeft jou nodig (1)")
                .contains("1 gevoerd, 1 komt nog")
                .contains("Budgetaanvragen om te beslissen (1)")
                .doesNotContain("Cursus wondzorg")
                .doesNotContain("lassen");
        assertThat(readable(bram("nl").open("/team?q=okafor+planner")))
                .contains("href=\"/team/james\"")
                .doesNotContain("href=\"/team/anna\"");
        assertThat(portal.service(Upstream.POP_FORMS).asked())
                .noneMatch(asked -> asked.pathAndQuery().contains("pop-anna"));
    }

    @Test
    void a_team_of_eighty_is_one_page_and_four_questions() {
        portal.service(Upstream.PEOPLE)
                .onJson(
                        "GET /api/people/bram/reports",
                        "{\"items\":["
                                + IntStream.range(0, 80)
                                        .mapToObj(at -> "{\"person\":\"p" + at + "\",\"givenName\":\"👩‍🔬 "
                                                + "Naam".repeat(18) + "\",\"familyName\":\"" + at + "\"}")
                                        .collect(Collectors.joining(","))
                                + "],\"next\":null}");
        Browser bram = bram("nl");
        forgetAsked();
        String page = readable(bram.open("/team"));
        assertThat(page).contains("Iedereen (80)").contains("/team/p79");
        long asked = java.util.Arrays.stream(Upstream.values())
                .filter(service -> service != Upstream.REMINDERS)
                .mapToLong(service -> portal.service(service).asked().size())
                .sum();
        assertThat(asked).isEqualTo(4);
    }

    @Test
    void a_conversation_is_asked_of_a_report_and_leads_to_it() {
        Browser bram = bram("nl");
        HttpResponse<String> page = bram.open("/team/anna");
        assertThat(readable(page))
                .contains("Er staat er al een: Ontwikkelgesprek")
                .contains("Afwezig van 1 jan. 2026")
                .doesNotContain("Omdat het kan");
        bram.submit(
                page,
                "/team/anna/conversations",
                with(form(page, "/team/anna/conversations"), "type", "CHECK_IN", "windowUntil", "2027-01-31"));
        assertThat(last(Upstream.CONVERSATIONS, "POST", "/api/conversations").body())
                .isEqualTo("{\"type\":\"CHECK_IN\",\"employee\":\"anna\",\"windowUntil\":\"2027-01-31\"}");
    }

    @Test
    void somebody_who_is_not_ones_report_has_no_page() {
        portal.service(Upstream.CONVERSATIONS)
                .on(
                        "GET /api/conversations/team/zoe",
                        FakeHttpService.json(
                                403,
                                "{\"code\":\"forbidden\",\"title\":\"Dit is voor jou niet toegankelijk\"}",
                                "Content-Type",
                                "application/problem+json"));
        assertThat(bram("nl").open("/team/zoe").statusCode()).isEqualTo(403);
        assertThat(bram("nl").open("/team/zoe/plan").uri().getPath()).isEqualTo("/team/zoe");
    }

    @Test
    void a_plan_is_confirmed_in_the_version_that_was_read() {
        Browser bram = bram("nl");
        HttpResponse<String> page = bram.open("/team/anna/plan");
        assertThat(readable(page))
                .contains("Leren &lt;lassen&gt;")
                .contains("Mensen zien groeien")
                .contains("Privédoelen: 1")
                .contains("Meelopen, gedaan op 1 okt. 2026")
                .doesNotContain("javascript:");
        HttpResponse<String> after =
                bram.submit(page, "/team/anna/plan/confirmation", form(page, "/team/anna/plan/confirmation"));
        assertThat(readable(after)).contains("Je bevestigde het plan van Anna de Wit.");
        Asked asked = last(Upstream.POP_FORMS, "POST", "/api/pop-forms/pop-anna/confirmation");
        assertThat(asked.body()).isEqualTo("{\"version\":3}");
        assertThat(asked.headers()).containsEntry("if-match", "\"9\"");
    }

    @Test
    void the_manager_says_that_evidence_was_checked_once() {
        Browser bram = bram("nl");
        HttpResponse<String> page = bram.open("/team/anna/plan");
        assertThat(readable(page))
                .contains("een collega ziet het ook", "nagegaan door de leidinggevende")
                .contains("/team/anna/plan/evidence/e-1/validation", "href=\"/team/anna/plan/versions\"")
                .doesNotContain("/team/anna/plan/evidence/e-2/validation");
        String path = "/team/anna/plan/evidence/e-1/validation";
        assertThat(readable(bram.submit(page, path, form(page, path)))).contains("Anna de Wit hoort ervan");
        assertThat(last(Upstream.POP_FORMS, "POST", "/api/pop-forms/pop-anna/evidence/e-1/validation"))
                .isNotNull();
    }

    @Test
    void a_decision_shows_pot_balance_goal_history_and_alternatives() {
        assertThat(readable(bram("nl").open("/team/requests/" + REQUEST)))
                .contains("Cursus wondzorg")
                .contains("Meelopen met Fatima")
                .contains("€ 300,00")
                .contains("Persoonlijk budget 2026")
                .contains("Over in dit potje na deze aanvraag: € 150,00")
                .contains("Leren &lt;lassen&gt;")
                .contains("5 feb. 2026: € 50,00, goedgekeurd; € 45,00 is uitgegeven");
        portal.service(Upstream.POP_FORMS)
                .onJson(
                        "GET /api/pop-forms/pop-anna",
                        "{\"goals\":[],\"agreement\":{\"version\":1,\"state\":\"DRAFT\"}}");
        assertThat(readable(bram("nl").open("/team/requests/" + REQUEST)))
                .contains("Een doel dat niet met jou is gedeeld");
        portal.service(Upstream.POP_FORMS).on("GET /api/pop-forms/pop-anna", FakeHttpService.json(503, "{}"));
        assertThat(readable(bram("nl").open("/team/requests/" + REQUEST)))
                .contains("Een doel (de titel is nu even niet te lezen)");
    }

    @Test
    void a_refusal_needs_a_reason_and_an_alternative_and_keeps_every_word() {
        Browser bram = bram("nl");
        String path = "/team/requests/" + REQUEST + "/refusal";
        HttpResponse<String> page = bram.open("/team/requests/" + REQUEST);
        HttpResponse<String> after = bram.submit(
                page, path, with(form(page, path), "reason", "Dit jaar is het potje leeg", "alternative", " "));
        assertThat(readable(after)).contains("Zeg wat er wel kan.").contains("Dit jaar is het potje leeg");
        assertThat(portal.service(Upstream.LEARNING_BUDGETS).asked())
                .noneMatch(asked -> asked.pathAndQuery().endsWith("/refusal"));

        HttpResponse<String> done = bram.submit(
                after,
                path,
                with(
                        form(after, path),
                        "reason",
                        "Dit jaar is het potje leeg",
                        "alternative",
                        "Intervisie in januari"));
        assertThat(readable(done)).contains("Je keurde de aanvraag van Anna de Wit niet goed.");
        Asked asked = last(Upstream.LEARNING_BUDGETS, "POST", "/api/learning-budgets/requests/" + REQUEST + "/refusal");
        assertThat(asked.body())
                .isEqualTo("{\"reason\":\"Dit jaar is het potje leeg\",\"alternative\":\"Intervisie in januari\"}");
        assertThat(asked.headers())
                .containsEntry("if-match", "\"5\"")
                .containsEntry("idempotency-key", form(after, path).get("key"));
    }

    @Test
    void words_are_shown_when_somebody_else_decided_meanwhile() {
        Browser bram = bram("nl");
        String path = "/team/requests/" + REQUEST + "/refusal";
        HttpResponse<String> page = bram.open("/team/requests/" + REQUEST);
        portal.service(Upstream.LEARNING_BUDGETS)
                .on(
                        "POST /api/learning-budgets/requests/" + REQUEST + "/refusal",
                        FakeHttpService.json(
                                412,
                                "{\"code\":\"changed-meanwhile\",\"title\":\"Er is intussen iets veranderd\"}",
                                "Content-Type",
                                "application/problem+json"))
                .onJson(
                        "GET /api/learning-budgets/requests/" + REQUEST,
                        request(
                                "APPROVED",
                                ",\"decision\":{\"automatically\":false,\"at\":\"2026-11-21T10:00:00Z\",\"by\":\"hanneke\"}"));
        HttpResponse<String> after = bram.submit(
                page,
                path,
                with(form(page, path), "reason", "Het potje is leeg", "alternative", "Intervisie in januari"));
        assertThat(readable(after))
                .contains("Wat je had geschreven")
                .contains("Het potje is leeg")
                .contains("Intervisie in januari")
                .doesNotContain("<p class=\"words\">Anna de Wit")
                .doesNotContain("action=\"" + path + "\"");
    }

    @Test
    void a_manager_sees_full_weeks_and_says_how_many_talks_fit() {
        Browser bram = bram("nl");
        HttpResponse<String> page = bram.open("/team/load");
        assertThat(readable(page))
                .contains("staan er 2 gesprekken; je kunt er 1 hebben")
                .contains("Voor 4 gesprekken is er geen plek")
                .contains("James Okafor")
                .contains("Je komt 3 uur tekort");
        HttpResponse<String> after = bram.submit(
                page, "/team/load/capacity", with(form(page, "/team/load/capacity"), "perDay", "2", "perWeek", "veel"));
        assertThat(readable(after)).contains("Vul een heel getal in.").contains("value=\"veel\"");
        bram.submit(
                after, "/team/load/capacity", with(form(after, "/team/load/capacity"), "perDay", "2", "perWeek", "6"));
        Asked asked = last(Upstream.CONVERSATIONS, "PUT", "/api/conversations/capacity");
        assertThat(asked.body()).isEqualTo("{\"perDay\":2,\"perWeek\":6}");
        assertThat(asked.headers()).containsEntry("if-match", "\"7\"");
    }

    private static Map<String, String> with(Map<String, String> fields, String... more) {
        Map<String, String> all = new HashMap<>(fields);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    private static Asked last(Upstream service, String method, String path) {
        return portal.service(service).last(method, path).orElseThrow();
    }

    private static Browser bram(String language) {
        portal.issuer().letIn("bram", "EMPLOYEE", "MANAGER");
        Browser browser = new Browser(portal.url(), language);
        browser.open("/team/requests");
        return browser;
    }
}
