package nl.klimrek.portal.budgets;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import nl.klimrek.portal.fixture.Browser;
import nl.klimrek.portal.fixture.FakeHttpService;
import nl.klimrek.portal.fixture.RunningPortal;
import nl.klimrek.portal.gateway.Upstream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Budgets and settings as they are rendered, and what their forms send. */
class BudgetPagesIT {
    private static final String REQUEST = "/api/learning-budgets/requests/ba-anna:r1";
    private static final String CODES =
            "(?s).*>[^<]*\\b(EUR|HOURS|REQUESTED|APPROVED|REFUSED|SETTLED|EMPLOYER|GRANTED|RESERVED|AVAILABLE|FUNDING|policy)\\b[^<]*<.*";
    private static final String RECEIPTS = """
            ,"receipts":[{"number":1,"spent":[{"pot":"personal-2031","unit":"EUR","amount":21000}],"receipt":"Fout","at":"2026-11-03T09:00:00Z","counts":false},
             {"number":2,"spent":[{"pot":"personal-2031","unit":"EUR","amount":10000}],"receipt":"Factuur","at":"2026-11-04T09:00:00Z","replaces":1,"counts":true}],
             "spent":[{"pot":"personal-2031","unit":"EUR","amount":10000}]""";
    private static RunningPortal portal;
    private static FakeHttpService budgets;

    @BeforeAll
    static void start() {
        portal = new RunningPortal(Map.of());
        budgets = portal.service(Upstream.LEARNING_BUDGETS);
        portal.service(Upstream.REMINDERS).onJson("GET /api/reminders", "{\"items\":[],\"next\":null}");
        portal.service(Upstream.POP_FORMS).onJson("GET /api/pop-forms/mine", """
                {"pop":"pop-anna","goals":[{"id":"g-1","title":"Leren <lassen>","state":"ACTING"},{"id":"g-2","title":"Al klaar","state":"ACHIEVED"}]}""");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @BeforeEach
    void usual() {
        budgets.forget();
        budgets.onJson("GET /api/learning-budgets/mine", """
                {"account":"ba-anna","pots":[{"pot":"personal-2031","unit":"EUR","fundingSource":"EMPLOYER","validFrom":"2031-01-01","validUntil":"2031-12-31",
                 "autoApproveUpTo":10000,"granted":50000,"available":20050,"reserved":29950,"committed":0,"spent":0},
                 {"pot":"own-growth-2031","unit":"HOURS","fundingSource":"COLLECTIVE_AGREEMENT","validFrom":"2031-01-01","validUntil":"2031-12-31",
                 "autoApproveUpTo":0,"granted":2400,"available":2400,"reserved":0,"committed":0,"spent":0}]}""")
                .onJson(
                        "GET /api/learning-budgets/requests",
                        "{\"items\":[" + request("REQUESTED", "") + "],\"next\":\"ba-anna:r1\"}")
                .onJson("GET /api/learning-budgets/anna/ledger", """
                {"items":[{"number":1,"at":"2026-11-01T09:00:00Z","type":"GRANTED","pot":"personal-2031","from":"FUNDING","to":"AVAILABLE","unit":"EUR","amount":50000},
                 {"number":2,"at":"2026-11-02T09:00:00Z","type":"RESERVED","pot":"personal-2031","from":"AVAILABLE","to":"RESERVED","unit":"EUR","amount":29950,
                 "request":"ba-anna:r1"}],"next":"2"}""");
        one("REQUESTED", "");
    }

    @ParameterizedTest
    @CsvSource({"nl, Nog € 200,50 over", "en, €200.50 left"})
    void every_page_has_words_for_everything_in_both_languages(String language, String left) {
        Browser browser = anna(language);
        assertThat(browser.open("/budgets").body())
                .contains("/budgets?after=ba-anna:r1", "Own growth 2031", "Cursus &lt;wondzorg&gt;");
        for (String path : new String[] {
            "/budgets",
            "/budgets/ask",
            "/budgets/ask?goal=g-1",
            "/budgets/requests/ba-anna:r1",
            "/budgets/ledger",
            "/settings"
        }) {
            HttpResponse<String> page = browser.open(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body())
                    .as(path)
                    .doesNotContain("??", ">budgets.", ">settings.", "<wondzorg>")
                    .doesNotMatch(CODES);
        }
        assertThat(browser.open("/budgets").body()).contains(left.split(" over| left")[0].replace("Nog ", ""));
    }

    @Test
    void what_is_left_says_why_until_when_and_who_decides() {
        assertThat(anna("nl").open("/budgets").body())
                .contains(
                        "Je kreeg € 500,00. Daarvan is € 299,50 aangevraagd",
                        "tot en met 31 dec. 2031",
                        "Betaald door je werkgever",
                        "Samen tot en met € 100,00 wordt meteen goedgekeurd.",
                        "Je leidinggevende besluit over elke aanvraag.");
    }

    @Test
    void budget_is_asked_from_several_pots_for_a_goal() {
        budgets.onJson("POST /api/learning-budgets/requests", "{\"id\":\"ba-anna:r1\"}");
        Browser browser = anna("nl");
        HttpResponse<String> page = browser.open("/budgets/ask?goal=g-1");
        assertThat(page.body())
                .containsPattern("value=\"g-1\"\\s+selected")
                .contains("Leren &lt;lassen&gt;")
                .doesNotContain("Al klaar");
        HttpResponse<String> after = browser.submit(
                page,
                "/budgets/requests",
                form(
                        "ask",
                        "/budgets/ask",
                        "what",
                        "Cursus",
                        "goal",
                        "g-1",
                        "share.personal-2031",
                        "99,95",
                        "share.own-growth-2031",
                        "1.5",
                        "neededOn",
                        "2031-02-01"));
        assertThat(after.uri().getPath()).isEqualTo("/budgets/requests/ba-anna:r1");
        assertThat(after.body()).contains("Je aanvraag is verstuurd.");
        assertThat(budgets.last("POST", "/api/learning-budgets/requests")
                        .orElseThrow()
                        .body())
                .isEqualTo(
                        "{\"what\":\"Cursus\",\"alternatives\":null,\"goal\":\"g-1\","
                                + "\"neededOn\":\"2031-02-01\",\"shares\":[{\"pot\":\"personal-2031\",\"amount\":9995},{\"pot\":\"own-growth-2031\",\"amount\":90}]}");
    }

    @Test
    void a_goal_stays_chosen_while_the_plan_cannot_be_read() {
        portal.service(Upstream.POP_FORMS).on("GET /api/pop-forms/mine", FakeHttpService.json(503, "{}"));
        assertThat(anna("nl").open("/budgets/ask?goal=g-1").body())
                .containsPattern("value=\"g-1\"\\s+selected[^>]*>je doel \\(de titel is nu even niet te lezen");
        assertThat(anna("nl").open("/budgets/requests/ba-anna:r1").body())
                .contains("je doel (de titel is nu even niet te lezen)");
    }

    @Test
    void who_asks_for_nothing_is_told_beside_the_field_and_keeps_every_word() {
        Browser browser = anna("nl");
        HttpResponse<String> after = browser.submit(
                browser.open("/budgets/ask"),
                "/budgets/requests",
                form(
                        "ask",
                        "/budgets/ask",
                        "what",
                        "Cursus & meer",
                        "share.personal-2031",
                        "",
                        "neededOn",
                        "2031-02-01"));
        assertThat(after.body())
                .contains("Vul bij ten minste één budget in hoeveel je nodig hebt.", ">Cursus &amp; meer</textarea>");
        assertThat(budgets.last("POST", "/api/learning-budgets/requests")).isEmpty();
    }

    @Test
    void a_goal_that_a_link_names_wins_over_a_draft_from_before_and_not_over_what_was_just_refused() {
        Browser browser = anna("nl");
        Map<String, String> withoutAmount =
                form("ask", "/budgets/ask?goal=g-1", "what", "Een eerdere wens", "goal", "", "neededOn", "2031-02-01");
        HttpResponse<String> refused =
                browser.submit(browser.open("/budgets/ask?goal=g-1"), "/budgets/requests", withoutAmount);
        assertThat(refused.body())
                .contains(">Een eerdere wens</textarea>")
                .doesNotContainPattern("value=\"g-1\"\\s+selected");
        assertThat(browser.open("/budgets/ask").body()).doesNotContainPattern("value=\"g-1\"\\s+selected");
        assertThat(browser.open("/budgets/ask?goal=g-1").body())
                .contains(">Een eerdere wens</textarea>")
                .containsPattern("value=\"g-1\"\\s+selected");
    }

    @Test
    void a_refusal_of_the_service_comes_back_with_what_was_typed() {
        budgets.on(
                "POST /api/learning-budgets/requests",
                FakeHttpService.json(
                        409,
                        "{\"code\":\"budget-insufficient\",\"title\":\"Er is niet genoeg over in deze pot\"}",
                        "Content-Type",
                        "application/problem+json"));
        Browser browser = anna("nl");
        assertThat(browser.submit(
                                browser.open("/budgets/ask"),
                                "/budgets/requests",
                                form(
                                        "ask",
                                        "/budgets/ask",
                                        "what",
                                        "Cursus",
                                        "share.personal-2031",
                                        "900",
                                        "neededOn",
                                        "2031-02-01"))
                        .body())
                .contains("Er is niet genoeg over in deze pot", "value=\"900\"");
    }

    @Test
    void a_receipt_is_handed_in_against_what_was_approved_and_the_request_as_it_was_seen() {
        one("APPROVED", ",\"decision\":{\"by\":\"policy\",\"at\":\"2026-11-02T10:00:00Z\",\"automatically\":true}");
        budgets.onJson("POST " + REQUEST + "/expense", "{}");
        Browser browser = anna("nl");
        HttpResponse<String> page = browser.open("/budgets/requests/ba-anna:r1");
        assertThat(page.body())
                .contains(
                        "value=\"299,50\"",
                        "de regels van je organisatie, meteen",
                        "action=\"/budgets/requests/ba-anna:r1/expense\"")
                .doesNotContain("/settlement");
        assertThat(browser.submit(
                                page,
                                "/budgets/requests/ba-anna:r1/expense",
                                form(
                                        "expense",
                                        "/budgets/requests/ba-anna:r1",
                                        "etag",
                                        "\"7\"",
                                        "share.personal-2031",
                                        "240",
                                        "receipt",
                                        "Factuur 12"))
                        .body())
                .contains("Je bon is ingeleverd.");
        assertThat(budgets.last("POST", REQUEST + "/expense").orElseThrow().body())
                .isEqualTo("{\"receipt\":\"Factuur 12\",\"spent\":[{\"pot\":\"personal-2031\",\"amount\":24000}]}");
        assertThat(budgets.last("POST", REQUEST + "/expense").orElseThrow().headers())
                .containsEntry("if-match", "\"7\"");
    }

    @Test
    void a_request_that_was_not_approved_says_why_and_what_can_be_done_instead() {
        one(
                "REFUSED",
                ",\"decision\":{\"by\":\"bram\",\"at\":\"2026-11-02T10:00:00Z\",\"automatically\":false,\"reason\":\"Dit jaar niet\",\"alternative\":\"Intervisie\"}");
        String page = anna("nl").open("/budgets/requests/ba-anna:r1").body();
        assertThat(page)
                .contains("Dit jaar niet", "Wat wel kan", "Intervisie")
                .doesNotContain("/withdrawal", "/expense", "??");
    }

    @Test
    void a_request_is_taken_back() {
        budgets.onJson("POST " + REQUEST + "/withdrawal", "{}");
        Browser browser = anna("nl");
        HttpResponse<String> page = browser.open("/budgets/requests/ba-anna:r1");
        assertThat(browser.submit(
                                page,
                                "/budgets/requests/ba-anna:r1/withdrawal",
                                form("withdraw", "/budgets/requests/ba-anna:r1"))
                        .body())
                .contains("Je hebt je aanvraag ingetrokken.");
        assertThat(budgets.last("POST", REQUEST + "/withdrawal")).isPresent();
    }

    @Test
    void a_withdrawal_takes_its_reason_along() {
        budgets.onJson("POST " + REQUEST + "/withdrawal", "{}");
        Browser browser = anna("nl");
        browser.submit(
                browser.open("/budgets/requests/ba-anna:r1"),
                "/budgets/requests/ba-anna:r1/withdrawal",
                form("withdraw", "/budgets/requests/ba-anna:r1", "reason", "De cursus is vol"));
        assertThat(budgets.last("POST", REQUEST + "/withdrawal").orElseThrow().body())
                .isEqualTo("{\"reason\":\"De cursus is vol\"}");
    }

    @Test
    void of_several_receipts_each_is_shown_corrected_and_the_request_closed() {
        one("APPROVED", RECEIPTS);
        budgets.onJson("POST " + REQUEST + "/receipts/2/correction", "{}")
                .onJson("POST " + REQUEST + "/settlement", "{}");
        Browser browser = anna("nl");
        HttpResponse<String> page = browser.open("/budgets/requests/ba-anna:r1");
        assertThat(page.body())
                .contains(
                        "Deze bon telt niet meer",
                        "in plaats van bon 1",
                        "Verbeter bon 2",
                        "value=\"100\"",
                        "Goedgekeurd: € 299,50.",
                        "value=\"199,50\"")
                .doesNotContain("Verbeter bon 1", "/withdrawal", "??");
        browser.submit(
                page,
                "/budgets/requests/ba-anna:r1/receipts/2/correction",
                form(
                        "correct-2",
                        "/budgets/requests/ba-anna:r1",
                        "share.personal-2031",
                        "90",
                        "receipt",
                        "Factuur 12"));
        assertThat(budgets.last("POST", REQUEST + "/receipts/2/correction")
                        .orElseThrow()
                        .body())
                .isEqualTo("{\"receipt\":\"Factuur 12\",\"spent\":[{\"pot\":\"personal-2031\",\"amount\":9000}]}");
        assertThat(browser.submit(
                                page,
                                "/budgets/requests/ba-anna:r1/settlement",
                                form("settle", "/budgets/requests/ba-anna:r1"))
                        .body())
                .contains("De aanvraag is afgerond.");
    }

    @Test
    void more_receipts_may_follow() {
        one("APPROVED", "");
        budgets.onJson("POST " + REQUEST + "/expense", "{}");
        Browser browser = anna("nl");
        browser.submit(
                browser.open("/budgets/requests/ba-anna:r1"),
                "/budgets/requests/ba-anna:r1/expense",
                form(
                        "expense",
                        "/budgets/requests/ba-anna:r1",
                        "share.personal-2031",
                        "40",
                        "receipt",
                        "Trein",
                        "more",
                        "true"));
        assertThat(budgets.last("POST", REQUEST + "/expense").orElseThrow().body())
                .isEqualTo(
                        "{\"receipt\":\"Trein\",\"spent\":[{\"pot\":\"personal-2031\",\"amount\":4000}],\"last\":false}");
    }

    @Test
    void the_ledger_goes_on_where_its_page_ended() {
        Browser browser = anna("nl");
        assertThat(browser.open("/budgets/ledger").body())
                .contains(
                        "+ € 500,00",
                        "− € 299,50",
                        "Apart gezet voor een aanvraag",
                        "href=\"/budgets/ledger?after=2\"");
        browser.open("/budgets/ledger?after=2");
        assertThat(budgets.last("GET", "/api/learning-budgets/anna/ledger")
                        .orElseThrow()
                        .pathAndQuery())
                .endsWith("&after=2");
    }

    @Test
    void who_has_no_budget_yet_reads_what_will_be_there_and_a_part_that_is_away_says_so() {
        budgets.onJson("GET /api/learning-budgets/mine", "{\"pots\":[]}")
                .on("GET /api/learning-budgets/requests", FakeHttpService.hangUp());
        String page = anna("nl").open("/budgets").body();
        assertThat(page)
                .contains(
                        "Er zijn nog geen leerbudgetten voor je.",
                        "Het overzicht van leerbudgetten is even niet beschikbaar")
                .doesNotContain("href=\"/budgets/ask\"", "??");
    }

    private static void one(String status, String more) {
        budgets.on("GET " + REQUEST, FakeHttpService.json(200, request(status, more), "ETag", "\"7\""));
    }

    private static String request(String status, String more) {
        return "{\"id\":\"ba-anna:r1\",\"status\":\"" + status
                + "\",\"what\":\"Cursus <wondzorg>\",\"goal\":\"g-1\",\"shares\":[{\"pot\":\"personal-2031\",\"unit\":\"EUR\","
                + "\"amount\":29950}],\"neededOn\":\"2031-02-01\",\"requestedAt\":\"2026-11-02T09:00:00Z\"" + more
                + "}";
    }

    private static Map<String, String> form(String name, String at, String... fields) {
        Map<String, String> form = new HashMap<>(Map.of("_form", name, "_at", at, "_by", "anna", "key", "key-" + name));
        IntStream.range(0, fields.length / 2).forEach(n -> form.put(fields[2 * n], fields[2 * n + 1]));
        return form;
    }

    private static Browser anna(String language) {
        portal.issuer().letIn("anna", "EMPLOYEE");
        Browser browser = new Browser(portal.url(), language);
        browser.open("/settings");
        return browser;
    }
}
