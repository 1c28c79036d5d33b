package nl.klimrek.portal.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import nl.klimrek.portal.fixture.Browser;
import nl.klimrek.portal.fixture.FakeHttpService;
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

/** Feedback as it is rendered, for who asks and for who answers. */
class FeedbackPagesIT {
    private static final String AT = "/conversations/feedback";
    private static final String API = "/api/conversations/feedback";
    private static final String NONE = "{\"items\":[],\"next\":null}";
    private static RunningPortal portal;
    private static FakeHttpService conversations;

    @BeforeAll
    static void start() {
        portal = new RunningPortal(Map.of());
        portal.directory().list("anna", "Anna", "de Wit");
        portal.directory().list("emre", "Emre", "Kaya");
        portal.directory().list("bram", "Bram", "Hoekstra");
        conversations = portal.service(Upstream.CONVERSATIONS);
        usual();
        Browser browser = reader("anna", "nl");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> browser.open(AT).body().contains("Emre Kaya")
                        && browser.open(AT).body().contains("Bram Hoekstra"));
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @BeforeEach
    void usualAnswers() {
        usual();
    }

    private static void usual() {
        portal.service(Upstream.REMINDERS).onJson("GET /api/reminders", NONE);
        conversations
                .onJson(
                        "GET " + API + "/to-give",
                        "{\"items\":[" + line("f-1", "bram", "anna", "ASKED") + "],\"next\":null}")
                .onJson(
                        "GET " + API,
                        "{\"items\":[" + line("f-2", "anna", "emre", "GIVEN") + ","
                                + line("f-3", "anna", "emre", "ASKED") + "," + line("f-4", "anna", "bram", "DECLINED")
                                + "," + line("f-5", "anna", "bram", "WITHDRAWN") + "],\"next\":null}")
                .onJson("GET " + API + "/colleagues", "{\"invite\":2,\"most\":10,\"team\":[\"emre\",\"bram\"]}")
                .onJson("GET /api/conversations", """
                {"items":[{"conversation":"c-1","type":"DEVELOPMENT","status":"ACCEPTED","side":"EMPLOYEE","counterpart":"bram"},
                 {"conversation":"c-2","type":"CHECK_IN","status":"ACCEPTED","side":"COUNTERPART","counterpart":"anna"}],"next":null}""");
        conversations.forget();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void every_page_is_there_in_both_languages_for_both_and_in_each_state_without_a_code(String language) {
        for (String status : new String[] {"ASKED", "GIVEN", "DECLINED", "WITHDRAWN"}) {
            one(status, "\"sharedIn\":[\"c-1\"],");
            for (String person : new String[] {"anna", "emre"}) {
                check(reader(person, language).open(AT + "/f-9"));
            }
        }
        check(reader("anna", language).open(AT));
        check(reader("anna", language).open(AT + "/ask?conversation=c-1"));
        conversations
                .onJson("GET " + API, NONE)
                .onJson("GET " + API + "/to-give", NONE)
                .onJson("GET " + API + "/colleagues", "{\"team\":[],\"most\":10}");
        check(reader("anna", language).open(AT));
        check(reader("anna", language).open(AT + "/ask"));
        conversations
                .on("GET " + API, FakeHttpService.hangUp())
                .on("GET " + API + "/colleagues", FakeHttpService.hangUp());
        check(reader("anna", language).open(AT));
        check(reader("anna", language).open(AT + "/ask"));
    }

    private static void check(HttpResponse<String> page) {
        assertThat(page.statusCode()).as(page.uri().toString()).isEqualTo(200);
        assertThat(page.body()).as(page.uri().toString()).doesNotContain("??").doesNotContain("<script>alert");
        assertThat(HtmlForms.rawCode(page.body())).as(page.uri().toString()).isEmpty();
    }

    @Test
    void colleagues_are_asked_on_questions_of_ones_own() {
        conversations.on("POST " + API, FakeHttpService.json(201, "[]"));
        Browser browser = reader("anna", "nl");
        HttpResponse<String> page = browser.open(AT + "/ask");
        assertThat(browser.submit(
                                page,
                                AT + "/ask",
                                HtmlForms.filled(
                                        page, AT + "/ask", Map.of("kind", "FEEDBACK", "question.1", "Wat zie je?")))
                        .body())
                .contains("Kies ten minste één collega.")
                .contains("Wat zie je?");
        HttpResponse<String> after = browser.submit(
                page,
                AT + "/ask",
                HtmlForms.filled(
                        page,
                        AT + "/ask",
                        Map.of(
                                "kind",
                                "FEED_FORWARD",
                                "colleague",
                                "emre",
                                "question.1",
                                "Wat zie je?",
                                "question.3",
                                "Wat helpt?",
                                "dueDate",
                                "2031-01-01")));
        assertThat(after.body()).contains("Je vraag is verstuurd");
        assertThat(conversations.last("POST", API).orElseThrow().body())
                .isEqualTo(
                        "{\"kind\":\"FEED_FORWARD\",\"colleagues\":[\"emre\"],\"questions\":[\"Wat zie je?\",\"Wat helpt?\"],\"dueDate\":\"2031-01-01\"}");
    }

    @Test
    void a_colleague_answers_each_question_or_says_that_they_will_not() {
        one("ASKED", "");
        conversations.onJson("POST " + API + "/f-9/answer", "{}").onJson("POST " + API + "/f-9/decline", "{}");
        Browser browser = reader("emre", "nl");
        HttpResponse<String> page = browser.open(AT + "/f-9");
        assertThat(page.body()).contains("Feedback voor Anna de Wit").doesNotContain("Neem mijn vraag terug");
        assertThat(browser.submit(
                                page,
                                AT + "/f-9/answer",
                                HtmlForms.filled(
                                        page,
                                        AT + "/f-9/answer",
                                        Map.of("answer.1", "Rust & <ruimte>", "answer.2", " ")))
                        .body())
                .contains("Beantwoord ook deze vraag.")
                .contains("Rust &amp; &lt;ruimte&gt;");
        browser.submit(
                page,
                AT + "/f-9/answer",
                HtmlForms.filled(page, AT + "/f-9/answer", Map.of("answer.1", "Rust", "answer.2", "Tijd")));
        assertThat(conversations.last("POST", API + "/f-9/answer").orElseThrow().body())
                .isEqualTo("{\"answers\":[\"Rust\",\"Tijd\"]}");
        assertThat(browser.submit(page, AT + "/f-9/decline", HtmlForms.filled(page, AT + "/f-9/decline", Map.of()))
                        .body())
                .contains("dat je geen antwoord geeft");
    }

    @Test
    void who_asked_takes_it_back_or_shares_what_came_in_where_they_choose() {
        one("ASKED", "");
        conversations.onJson("POST " + API + "/f-9/withdrawal", "{}").onJson("POST " + API + "/f-9/sharing", "{}");
        Browser browser = reader("anna", "nl");
        HttpResponse<String> page = browser.open(AT + "/f-9");
        browser.submit(page, AT + "/f-9/withdrawal", HtmlForms.filled(page, AT + "/f-9/withdrawal", Map.of()));
        assertThat(conversations.last("POST", API + "/f-9/withdrawal")).isPresent();
        one("GIVEN", "");
        page = browser.open(AT + "/f-9");
        assertThat(page.body())
                .contains("Gegeven &lt;antwoord&gt;")
                .contains("Ontwikkelgesprek met Bram Hoekstra")
                .doesNotContain("value=\"c-2\"");
        assertThat(browser.submit(
                                page,
                                AT + "/f-9/sharing",
                                HtmlForms.filled(page, AT + "/f-9/sharing", Map.of("conversation", "c-1")))
                        .body())
                .contains("Kies ten minste één antwoord.");
        browser.submit(
                page,
                AT + "/f-9/sharing",
                HtmlForms.filled(page, AT + "/f-9/sharing", Map.of("conversation", "c-1", "question", "2")));
        assertThat(conversations
                        .last("POST", API + "/f-9/sharing")
                        .orElseThrow()
                        .body())
                .isEqualTo("{\"conversation\":\"c-1\",\"questions\":[2]}");
    }

    @ParameterizedTest
    @CsvSource({"403", "404"})
    void feedback_that_is_not_the_readers_cannot_be_found(int status) {
        conversations.on(
                "GET " + API + "/f-x",
                FakeHttpService.json(
                        status, "{\"code\":\"x\",\"title\":\"x\"}", "Content-Type", "application/problem+json"));
        HttpResponse<String> page = reader("anna", "nl").open(AT + "/f-x");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("Deze feedback is hier niet te vinden");
    }

    private static void one(String status, String more) {
        String answer = "GIVEN".equals(status) ? ",\"answer\":\"Gegeven <antwoord>\"" : "";
        conversations.on(
                "GET " + API + "/f-9",
                FakeHttpService.json(
                        200,
                        "{\"id\":\"f-9\",\"employee\":\"anna\",\"colleague\":\"emre\",\"kind\":\"FEEDBACK\","
                                + "\"dueDate\":\"2031-01-15\",\"status\":\"" + status + "\"," + more
                                + "\"questions\":[{\"number\":1,\"question\":\"<script>alert(1)</script>\"" + answer
                                + "},{\"number\":2,\"question\":\"Wat helpt?\"" + answer + "}]}",
                        "ETag",
                        "\"3\""));
    }

    private static String line(String id, String employee, String colleague, String status) {
        return "{\"id\":\"" + id + "\",\"employee\":\"" + employee + "\",\"colleague\":\"" + colleague
                + "\",\"kind\":\"FEEDBACK\",\"dueDate\":\"2031-01-15\",\"status\":\"" + status + "\"}";
    }

    private static Browser reader(String person, String language) {
        portal.issuer().letIn(person, "EMPLOYEE");
        Browser browser = new Browser(portal.url(), language);
        browser.open("/settings");
        return browser;
    }
}
