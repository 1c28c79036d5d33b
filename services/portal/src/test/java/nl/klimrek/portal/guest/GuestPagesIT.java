package nl.klimrek.portal.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.klimrek.portal.fixture.Browser;
import nl.klimrek.portal.fixture.FakeHttpService;
import nl.klimrek.portal.fixture.HtmlForms;
import nl.klimrek.portal.fixture.RunningPortal;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.testkit.service.TestClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an external coach sees, from the link in a message to the end, and what no guest sees. */
class GuestPagesIT {
    private static final String LINKS = "/api/conversations/external-links/";
    private static final String ME = "/api/conversations/external-coaches/me";
    private static final String ID = "5f1d7c10-4f7e-4f2c-9a51-1d2b3c4d5e6f";
    private static final String LINK = "/guest/link/ZGVtby9leHQtMQ";
    private static final String ACCOUNT = """
            {"coach":"ext-1","employee":"anna","status":"%s","scope":"%s","conversation":"%s","lastDay":"2027-06-30",
             "name":"Imane el Amrani","inviter":"Anna de Vries","email":"imane@coach.example","language":"nl"}""";
    private static final String REFUSED =
            "{\"status\":404,\"code\":\"link-unknown\",\"title\":\"Deze link werkt niet meer\"}";
    private static final String TOKEN = "ext.very-secret";
    private static RunningPortal portal;
    private static FakeHttpService conversations;

    @BeforeAll
    static void start() {
        portal = new RunningPortal(Map.of());
        conversations = portal.service(Upstream.CONVERSATIONS);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    /** Each test has a whole period of {@link LinkThrottle} to itself. */
    @BeforeEach
    void a_new_period_of_tries_begins() {
        ((TestClock) portal.bean(Clock.class)).advance(Duration.ofMinutes(6));
    }

    @BeforeEach
    void usual() {
        conversations
                .onJson("POST " + LINKS + "checks", account("INVITED", "CONVERSATION"))
                .on("POST " + LINKS + "sessions", FakeHttpService.json(201, session()))
                .on("POST " + LINKS + "renewals", FakeHttpService.json(202, ""))
                .onJson("GET " + ME, account("ACTIVE", "CONVERSATION"))
                .on("POST " + ME + "/ending", FakeHttpService.json(204, ""))
                .on("POST " + ME + "/sign-out", FakeHttpService.json(204, ""))
                .onJson("GET /api/conversations", """
                        {"items":[{"conversation":"%s","type":"CAREER","status":"PLANNED","side":"COUNTERPART","employee":"anna",
                          "asked":"FIND_A_TIME","windowFrom":"2027-03-01","windowUntil":"2027-03-20"}],"next":null}""".formatted(ID))
                .onJson(
                        "GET /api/conversations/" + ID,
                        "{\"id\":\"%s\",\"type\":\"CAREER\",\"status\":\"PLANNED\",\"you\":\"COUNTERPART\",\"relation\":\"EXTERNAL\",\"employee\":\"anna\",\"counterpart\":\"ext-1\",\"windowFrom\":\"2027-03-01\",\"windowUntil\":\"2027-03-20\"}"
                                .formatted(ID));
        conversations.forget();
        portal.service(Upstream.PEOPLE).forget();
        portal.service(Upstream.REMINDERS).forget();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void the_link_shows_who_invites_and_what_is_agreed_and_opening_it_uses_nothing_up(String language) {
        for (String scope : List.of("CONVERSATION", "TRACK")) {
            conversations.onJson("POST " + LINKS + "checks", account("INVITED", scope));
            HttpResponse<String> page = new Browser(portal.url(), language).open(LINK);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("Anna de Vries", "name=\"terms\"").doesNotContain("??", "@coach");
            assertThat(HtmlForms.rawCode(page.body())).isEmpty();
            assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        }
        assertThat(conversations.last("POST", LINKS + "sessions")).isEmpty();
        for (String path : List.of("/guest/over")) {
            assertThat(new Browser(portal.url(), language).open(path).body()).doesNotContain("??");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void after_accepting_the_coach_sees_the_one_conversation_and_the_way_out(String language) {
        Browser imane = in(language);
        HttpResponse<String> home = imane.open("/guest");
        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(home.body())
                .contains("/conversations/" + ID, "Anna de Vries", "/guest/ending", "/guest/sign-out")
                .doesNotContain("??", "href=\"/settings\"", "href=\"/me\"", TOKEN);
        assertThat(HtmlForms.rawCode(home.body())).isEmpty();
        HttpResponse<String> talk = imane.open("/conversations/" + ID);
        assertThat(talk.statusCode()).isEqualTo(200);
        assertThat(talk.body())
                .doesNotContain("/timeline", "??", "href=\"/settings\"", "href=\"/conversations\"")
                .doesNotContain("Een coach van buiten", "A coach from outside");
        assertThat(conversations
                        .last("GET", "/api/conversations/" + ID)
                        .orElseThrow()
                        .headers())
                .containsEntry("authorization", "Bearer " + TOKEN);
    }

    @Test
    void nothing_else_opens_and_no_other_service_is_asked() {
        Browser imane = in("en");
        for (String path : List.of(
                "/",
                "/me",
                "/plan",
                "/budgets",
                "/team",
                "/hr",
                "/journal",
                "/coaches",
                "/coaches/external",
                "/settings",
                "/conversations",
                "/conversations/ask",
                "/conversations/calendar",
                "/mail",
                "/conversations/other",
                "/conversations/" + ID + "/timeline",
                "/hr/people")) {
            assertThat(imane.open(path).uri().getPath()).as(path).isEqualTo("/guest");
        }
        assertThat(portal.service(Upstream.PEOPLE).asked()).isEmpty();
        assertThat(portal.service(Upstream.REMINDERS).asked()).isEmpty();
        assertThat(portal.service(Upstream.JOURNAL).asked())
                .noneMatch(asked ->
                        asked.headers().getOrDefault("authorization", "").contains(TOKEN));
    }

    @Test
    void with_the_account_the_session_ends_at_the_next_request() {
        Browser imane = in("nl");
        conversations.on("GET " + ME, FakeHttpService.json(401, "{\"status\":401,\"code\":\"token-invalid\"}"));
        assertThat(imane.open("/conversations/" + ID).uri().getPath()).isEqualTo("/guest/over");
        conversations.onJson("GET " + ME, account("ACTIVE", "CONVERSATION"));
        assertThat(imane.open("/guest").uri().getPath())
                .as("the session is gone")
                .isEqualTo("/guest/over");
    }

    @Test
    void a_service_that_does_not_answer_ends_no_session() {
        Browser imane = in("nl");
        conversations.on(
                "GET " + ME, FakeHttpService.json(503, "{\"status\":503,\"code\":\"busy\",\"title\":\"Even niet\"}"));
        assertThat(imane.open("/guest").uri().getPath()).isEqualTo("/guest");
        conversations.onJson("GET " + ME, account("ACTIVE", "CONVERSATION"));
        assertThat(imane.open("/guest").body()).contains("/conversations/" + ID);
    }

    @Test
    void leaving_and_stopping_end_the_session() {
        for (String way : List.of("sign-out", "ending")) {
            Browser imane = in("nl");
            HttpResponse<String> home = imane.open("/guest");
            HttpResponse<String> left =
                    imane.submit(home, "/guest/" + way, Map.of("_form", way, "_at", "/guest", "key", "k-" + way));
            assertThat(left.uri().getPath()).isEqualTo("/guest/over");
            assertThat(conversations.last("POST", ME + "/" + way)).isPresent();
            assertThat(imane.open("/guest").uri().getPath()).isEqualTo("/guest/over");
        }
    }

    @Test
    void a_link_that_does_not_work_says_so_kindly_and_can_ask_for_a_new_one() {
        conversations
                .on("POST " + LINKS + "checks", FakeHttpService.json(404, REFUSED))
                .on("POST " + LINKS + "sessions", FakeHttpService.json(404, REFUSED));
        Browser browser = new Browser(portal.url(), "nl");
        HttpResponse<String> page = browser.open(LINK);
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("Deze link werkt niet meer").doesNotContain("Anna", "Imane", "@coach");
        HttpResponse<String> renewed = browser.submit(page, LINK + "/renewal", Map.of());
        assertThat(renewed.body()).contains("Kijk in je mail");
        assertThat(conversations.last("POST", LINKS + "renewals").orElseThrow().body())
                .contains("ZGVtby9leHQtMQ");
        assertThat(browser.submit(page, LINK, Map.of("terms", "true")).statusCode())
                .isEqualTo(404);
        assertThat(browser.open("/guest").uri().getPath()).isEqualTo("/guest/over");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void an_invitation_is_declined_with_one_form_and_an_account_that_stands_is_not(String language) {
        conversations.on("POST " + LINKS + "refusals", FakeHttpService.json(204, ""));
        Browser browser = new Browser(portal.url(), language);
        HttpResponse<String> page = browser.open(LINK);
        HttpResponse<String> declined = browser.submit(page, LINK + "/refusal", Map.of());
        assertThat(declined.statusCode()).isEqualTo(200);
        assertThat(declined.body()).contains(language.equals("nl") ? "niet meedoet" : "do not take part");
        assertThat(HtmlForms.rawCode(declined.body())).isEmpty();
        assertThat(conversations.last("POST", LINKS + "refusals").orElseThrow().body())
                .contains("ZGVtby9leHQtMQ");
        conversations.on("POST " + LINKS + "refusals", FakeHttpService.json(404, REFUSED));
        assertThat(browser.submit(page, LINK + "/refusal", Map.of()).statusCode())
                .isEqualTo(404);
        conversations.onJson("POST " + LINKS + "checks", account("ACTIVE", "CONVERSATION"));
        assertThat(browser.open(LINK).body()).doesNotContain("/refusal");
    }

    @Test
    void the_terms_come_first_and_a_form_of_an_ended_session_begins_again() {
        conversations.on(
                "POST " + LINKS + "sessions",
                FakeHttpService.json(409, "{\"status\":409,\"code\":\"terms-not-accepted\"}"));
        Browser browser = new Browser(portal.url(), "nl");
        assertThat(browser.submit(browser.open(LINK), LINK, Map.of()).body()).contains("geef aan dat je akkoord gaat");
        Browser other = new Browser(portal.url(), "nl");
        HttpResponse<String> again = other.submit(browser.open(LINK), LINK, Map.of("terms", "true"));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.uri().getPath()).isEqualTo(LINK);
    }

    @Test
    void signing_in_begins_a_session_of_its_own() {
        Browser browser = new Browser(portal.url(), "nl");
        HttpResponse<String> page = browser.open(LINK);
        String before = browser.cookies().getCookieStore().getCookies().toString();
        browser.submit(page, LINK, Map.of("terms", "true"));
        assertThat(browser.cookies().getCookieStore().getCookies().toString()).isNotEqualTo(before);
    }

    private static Browser in(String language) {
        Browser browser = new Browser(portal.url(), language);
        HttpResponse<String> home = browser.submit(browser.open(LINK), LINK, Map.of("terms", "true"));
        assertThat(home.uri().getPath()).isEqualTo("/guest");
        return browser;
    }

    private static String account(String status, String scope) {
        return ACCOUNT.formatted(status, scope, ID);
    }

    private static String session() {
        return "{\"token\":\"%s\",\"organisation\":\"acme\",\"endsAt\":\"2027-06-30T22:00:00Z\",\"account\":%s}"
                .formatted(TOKEN, account("ACTIVE", "CONVERSATION"));
    }
}
