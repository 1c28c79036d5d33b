package nl.klimrek.portal.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.klimrek.portal.fixture.Browser;
import nl.klimrek.portal.fixture.FakeService;
import nl.klimrek.portal.fixture.FakeService.Asked;
import nl.klimrek.portal.fixture.RunningPortal;
import nl.klimrek.portal.upstream.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagesTest {
    private static final String INVITED = """
            {"id":"c-1","type":"DEVELOPMENT","status":"INVITED","reason":"CADENCE","employee":"anna","counterpart":"bram","relation":"LINE",
             "you":"EMPLOYEE","asked":"ANSWER","windowFrom":"2026-11-20","windowUntil":"2026-12-11","slotStart":"2026-11-24T09:00:00Z",
             "slotEnd":"2026-11-24T10:00:00Z","proposedBy":"COUNTERPART","reportVersion":0,"questions":[{"id":"energy","text":"Wat geeft je energie?"}],
             "reports":[],"agreements":[],"carriedOver":[]}""";
    private static RunningPortal portal;

    @BeforeAll
    static void start() {
        portal = new RunningPortal(Map.of());
        portal.directory().list("anna", "Anna", "de Wit");
        portal.directory().list("bram", "Bram", "Hoekstra");
        portal.service(Service.REMINDERS).onJson("GET /api/reminders", """
                {"items":[{"id":"p-1","action":"ANSWER_INVITATION","subjectKind":"CONVERSATION","about":"c-1","dueAt":"2026-11-22T08:00:00Z",
                 "status":"SENT","step":"Antwoord op de uitnodiging","why":"Er is een moment voorgesteld."}],"next":null}""");
        portal.service(Service.CONVERSATIONS)
                .onJson("GET /api/conversations", """
                {"items":[{"conversation":"c-1","version":2,"type":"DEVELOPMENT","status":"INVITED","side":"EMPLOYEE","employee":"anna","counterpart":"bram",
                 "windowFrom":"2026-11-20","windowUntil":"2026-12-11","slotStart":"2026-11-24T09:00:00Z","slotEnd":"2026-11-24T10:00:00Z","asked":"ANSWER"},
                 {"conversation":"c-2","version":2,"type":"CHECK_IN","status":"PLANNED","side":"COUNTERPART","employee":"cees","counterpart":"anna",
                 "windowFrom":"2026-11-20","windowUntil":"2026-12-11","asked":"FIND_A_TIME"}],"next":null}""")
                .onJson("GET /api/conversations/agreements/open", "{\"items\":[],\"next\":null}")
                .onJson("GET /api/conversations/time-needed", "{\"items\":[],\"next\":null}")
                .on("GET /api/conversations/c-1", FakeService.json(200, INVITED, "ETag", "\"2\""));
        portal.service(Service.POP_FORMS).onJson("GET /api/pop-forms/mine", """
                {"pop":"pop-anna","agreement":{"version":3,"state":"AGREED"},"goals":[{"id":"g","keptPrivate":true,"state":"STALLED","title":"Leren <lassen>",
                 "purpose":"BROADEN","direction":"SIDE","targetDate":"2027-06-30"}]}""");
        portal.service(Service.LEARNING_BUDGETS).onJson("GET /api/learning-budgets/mine", """
                {"account":"ba-anna","pots":[{"pot":"personal-2026","unit":"EUR","validUntil":"2026-12-31","granted":50000,"available":20050,"reserved":30000,
                 "committed":0,"spent":0},{"pot":"hours-2026","unit":"HOURS","validUntil":"2026-12-31","granted":2400,"available":2430,"reserved":0,"committed":0,"spent":0}]}""");
        portal.service(Service.JOURNAL).onJson("GET /api/journal/timeline", """
                {"items":[{"position":1,"type":"nl.klimrek.conversations.conversation-invited.v1","time":"2026-11-20T10:00:00Z","actor":"bram",
                 "data":{"slotStart":"2026-11-24T09:00:00Z","slotEnd":"2026-11-24T10:00:00Z"}}],"next":null}""");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void a_conversation_shows_its_steps_and_its_timeline_in_plain_language() {
        HttpResponse<String> page = anna("nl").open("/conversations/c-1");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Neem dit moment aan").contains("Wat geeft je energie?").contains("Moment voorgesteld: dinsdag 24 november 2026 10:00–11:00")
                .contains("vrijdag 20 november 2026 11:00").doesNotContain("??").doesNotContain("conversation-invited");
    }

    @Test
    void accepting_sends_the_slot_that_was_seen_with_the_forms_own_key_and_version() {
        FakeService conversations = portal.service(Service.CONVERSATIONS);
        conversations.onJson("POST /api/conversations/c-1/acceptance", "{\"id\":\"c-1\"}");
        Browser browser = anna("nl");
        HttpResponse<String> page = browser.open("/conversations/c-1");
        HttpResponse<String> after = browser.submit(page, "/conversations/c-1/acceptance",
                Map.of("key", field(page, "acceptance", "key"), "etag", field(page, "acceptance", "etag").replace("&quot;", "\""),
                        "slotStart", field(page, "acceptance", "slotStart"), "slotEnd", field(page, "acceptance", "slotEnd")));
        assertThat(after.uri().getPath()).isEqualTo("/conversations/c-1");
        assertThat(after.body()).contains("Gelukt");
        Asked asked = conversations.last("POST", "/api/conversations/c-1/acceptance").orElseThrow();
        assertThat(asked.body()).isEqualTo("{\"slotStart\":\"2026-11-24T09:00:00Z\",\"slotEnd\":\"2026-11-24T10:00:00Z\"}");
        assertThat(asked.headers()).containsEntry("if-match", "\"2\"").containsEntry("idempotency-key", field(page, "acceptance", "key"));
    }

    @Test
    void another_time_is_meant_in_the_readers_own_zone() {
        FakeService conversations = portal.service(Service.CONVERSATIONS);
        conversations.onJson("POST /api/conversations/c-1/counter-proposal", "{}");
        Browser browser = anna("nl");
        browser.submit(browser.open("/conversations/c-1"), "/conversations/c-1/counter-proposal",
                Map.of("key", "k", "etag", "", "start", "2027-07-01T14:00", "minutes", "45"));
        assertThat(conversations.last("POST", "/api/conversations/c-1/counter-proposal").orElseThrow().body())
                .isEqualTo("{\"slotStart\":\"2027-07-01T12:00:00Z\",\"slotEnd\":\"2027-07-01T12:45:00Z\"}");
    }

    @Test
    void what_was_refused_is_told_kindly_and_what_was_typed_is_still_there() {
        portal.service(Service.CONVERSATIONS).on("POST /api/conversations/c-1/decline", FakeService.json(409,
                "{\"code\":\"step-not-possible\",\"title\":\"Dit kan nu niet\",\"detail\":\"Het gesprek is al gevoerd.\"}", "Content-Type", "application/problem+json"));
        Browser browser = anna("nl");
        HttpResponse<String> after = browser.submit(browser.open("/conversations/c-1"), "/conversations/c-1/decline",
                Map.of("key", "k-7", "etag", "", "reason", "Dan ben ik weg & bezet"));
        assertThat(after.body()).contains("Dit kan nu niet").contains("Het gesprek is al gevoerd.").contains("Dan ben ik weg &amp; bezet").doesNotContain("k-7");
    }

    @ParameterizedTest
    @CsvSource({"report, text, HELD, RECORDED", "decline, reason, INVITED, CANCELLED", "preparation, answer.energy, ACCEPTED, HELD",
        "preparation, answer.swapped, ACCEPTED, ACCEPTED"})
    void what_was_typed_for_a_step_that_another_took_meanwhile_is_still_there(String step, String field, String before, String after) {
        FakeService conversations = portal.service(Service.CONVERSATIONS);
        String id = "c-" + field;
        conversations.onJson("GET /api/conversations/" + id, conversation(id, before))
                .on("POST /api/conversations/" + id + "/" + step, exchange -> {
                    conversations.onJson("GET /api/conversations/" + id, conversation(id, after));
                    FakeService.json(409, "{\"code\":\"step-not-possible\",\"title\":\"Dit kan nu niet\"}", "Content-Type", "application/problem+json")
                            .to(exchange);
                });
        Browser browser = anna("nl");
        String body = browser.submit(browser.open("/conversations/" + id), "/conversations/" + id + "/" + step,
                Map.of("key", "k-9", "etag", "", field, "Lang & <breed>")).body();
        assertThat(body).contains("Dit kan nu niet").contains("Dit schreef je:").containsOnlyOnce("Lang &amp; &lt;breed&gt;").doesNotContain("??");
        assertThat(browser.open("/conversations/" + id).body()).doesNotContain("Dit schreef je:");
    }

    private static String conversation(String id, String status) {
        return INVITED.replace("c-1", id).replace("\"INVITED\"", "\"" + status + "\"");
    }

    @Test
    void after_no_answer_the_form_comes_back_with_the_same_key() {
        portal.service(Service.CONVERSATIONS).on("POST /api/conversations/c-1/preparation", FakeService.hangUp());
        Browser browser = anna("nl");
        HttpResponse<String> after = browser.submit(browser.open("/conversations/c-1"), "/conversations/c-1/preparation",
                Map.of("key", "k-8", "etag", "", "answer.energy", "Mensen helpen"));
        assertThat(after.body()).contains("even niet beschikbaar").contains("Mensen helpen").contains("k-8");
    }

    @Test
    void a_conversation_that_is_not_the_readers_is_a_kind_page_with_its_status() {
        portal.service(Service.CONVERSATIONS).on("GET /api/conversations/c-9", FakeService.json(403,
                "{\"code\":\"forbidden\",\"title\":\"Dit is niet voor jou open\"}", "Content-Type", "application/problem+json"));
        HttpResponse<String> page = anna("nl").open("/conversations/c-9");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("Dit is niet voor jou open").contains("<html");
    }

    @Test
    void an_address_that_leads_nowhere_is_a_page_too() {
        HttpResponse<String> page = anna("nl").open("/nowhere");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("<html");
    }

    private static Browser anna(String language) {
        return reader("anna", language, "EMPLOYEE");
    }

    private static Browser reader(String person, String language, String... roles) {
        portal.issuer().letIn(person, roles);
        Browser browser = new Browser(portal.url(), language);
        browser.open("/me/looks");
        return browser;
    }

    /** The value of a hidden field in the form of a step. */
    private static String field(HttpResponse<String> page, String step, String name) {
        Matcher found = Pattern.compile("action=\"/conversations/c-1/" + step + "\".*?name=\"" + name + "\" value=\"([^\"]*)\"", Pattern.DOTALL).matcher(page.body());
        assertThat(found.find()).as(name + " in the form of " + step).isTrue();
        return found.group(1);
    }
}
