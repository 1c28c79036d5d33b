package nl.klimrek.portal.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Year;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.junit.jupiter.params.provider.ValueSource;

/** The list of conversations, asking for one and the calendar, as they are rendered. */
class ConversationListPagesIT {
    private static final String NONE = "{\"items\":[],\"next\":null}";
    private static final String CALENDAR = "/conversations/calendar";
    private static final String BUSY = "/api/conversations/busy";
    private static RunningPortal portal;
    private static FakeHttpService conversations;

    @BeforeAll
    static void start() {
        portal = new RunningPortal(Map.of());
        portal.directory().list("anna", "Anna", "de Wit");
        portal.directory().list("emre", "Emre", "Kaya");
        portal.directory().list("gijs", "Gijs 👩🏽‍💻", "van der Wolvenstraat-Achternaamsma tot Wolfswaard");
        portal.directory().list("bram", "Bram", "Hoekstra");
        conversations = portal.service(Upstream.CONVERSATIONS);
        usual();
        Browser browser = reader("anna", "nl", "EMPLOYEE");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> browser.open("/conversations").body().contains("Bram Hoekstra"));
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
        portal.service(Upstream.PEOPLE)
                .onJson("GET /api/people/me", "{\"person\":\"anna\",\"manager\":\"bram\"}")
                .onJson(
                        "GET /api/people/bram/reports",
                        "{\"items\":[{\"person\":\"anna\"},{\"person\":\"gijs\"}],\"next\":null}");
        conversations
                .onJson(
                        "GET /api/conversations",
                        "{\"items\":[" + entry("c-1", "DEVELOPMENT", "INVITED", "EMPLOYEE", "anna", "bram", "ANSWER")
                                + ","
                                + entry("c-2", "CHECK_IN", "ACCEPTED", "COUNTERPART", "gijs", "anna", "HOLD") + ","
                                + entry("c-3", "CAREER", "CLOSED", "EMPLOYEE", "anna", "emre", "NOTHING")
                                + "],\"next\":null}")
                .onJson("GET /api/conversations/agreements/open", """
                {"items":[{"conversation":"c-1","with":"bram","id":"a-1","text":"Een dag <meelopen>","owner":"EMPLOYEE","dueDate":"2020-01-15"},
                 {"conversation":"c-1","with":"bram","id":"a-2","text":"Ruimte maken","owner":"MANAGER","dueDate":"2031-01-16"},
                 {"conversation":"c-2","with":"anna","id":"a-3","text":"Inwerken","owner":"EMPLOYEE","dueDate":"2031-01-17"}],"next":null}""")
                .onJson(
                        "GET /api/conversations/feedback/colleagues",
                        "{\"invite\":2,\"most\":10,\"team\":[\"emre\",\"bram\"]}")
                .onJson("GET /api/conversations/calendar", "{\"open\":true,\"openedAt\":\"2026-11-20T10:00:00Z\"}")
                .on(
                        "GET " + BUSY,
                        FakeHttpService.json(
                                200,
                                "{\"times\":[{\"start\":\"2031-01-13T09:00:00Z\",\"end\":\"2031-01-13T10:00:00Z\"},"
                                        + "{\"start\":\"2020-01-13T09:00:00Z\",\"end\":\"2020-01-13T10:00:00Z\"}]}",
                                "ETag",
                                "\"7\""));
        conversations.forget();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void every_page_of_the_room_is_there_in_both_languages_full_and_empty_without_a_code(String language) {
        for (boolean empty : new boolean[] {false, true}) {
            if (empty) {
                conversations
                        .onJson("GET /api/conversations", NONE)
                        .onJson("GET /api/conversations/agreements/open", NONE)
                        .onJson("GET /api/conversations/calendar", "{\"open\":false}")
                        .onJson("GET " + BUSY, "{\"times\":[]}");
                portal.service(Upstream.PEOPLE).onJson("GET /api/people/me", "{\"person\":\"anna\"}");
            }
            for (String path : new String[] {
                "/conversations",
                "/conversations?q=bram",
                "/conversations?side=mine&year=2025",
                "/conversations/ask",
                CALENDAR
            }) {
                for (String role : new String[] {"EMPLOYEE", "MANAGER", "COACH"}) {
                    HttpResponse<String> page = reader("anna", language, role).open(path);
                    assertThat(page.statusCode()).as(path).isEqualTo(200);
                    assertThat(page.body()).as(path).doesNotContain("??").doesNotContain("<meelopen>");
                    assertThat(HtmlForms.rawCode(page.body())).as(path).isEmpty();
                }
            }
        }
    }

    @Test
    void the_list_says_what_asks_what_comes_and_what_is_past_with_whom_about_whom_and_when() {
        String body = reader("anna", "nl", "EMPLOYEE", "MANAGER")
                .open("/conversations")
                .body();
        assertThat(body.substring(body.indexOf("id=\"asks\""), body.indexOf("id=\"next\"")))
                .contains("Ontwikkelgesprek met Bram Hoekstra")
                .contains("Antwoord op de uitnodiging")
                .contains("Voorgesteld: maandag 13 januari 2031 10:00–11:00")
                .contains("over jouw ontwikkeling")
                .doesNotContain("Gijs");
        assertThat(body.substring(body.indexOf("id=\"next\""), body.indexOf("id=\"agreements\"")))
                .contains("Bila met Gijs")
                .contains("over de ontwikkeling van Gijs");
        assertThat(body.substring(body.indexOf("id=\"past\""))).contains("Loopbaangesprek met Emre Kaya");
    }

    @Test
    void an_open_agreement_names_who_does_it_and_says_when_it_is_late() {
        String body = reader("anna", "nl", "EMPLOYEE").open("/conversations").body();
        assertThat(body)
                .contains("Een dag &lt;meelopen&gt;")
                .contains("Wie: jij, uiterlijk 15 jan. 2020")
                .contains("Over tijd")
                .contains("Wie: Bram Hoekstra, uiterlijk 16 jan. 2031")
                .contains("Wie: Gijs")
                .doesNotContain("De medewerker");
    }

    @Test
    void a_filter_and_a_side_narrow_the_list() {
        Browser browser = reader("anna", "nl", "EMPLOYEE", "MANAGER");
        assertThat(browser.open("/conversations?q=bila").body())
                .contains("Bila met Gijs")
                .doesNotContain("Ontwikkelgesprek met Bram");
        assertThat(browser.open("/conversations?side=mine").body())
                .contains("Ontwikkelgesprek met Bram")
                .doesNotContain("Bila met Gijs");
        assertThat(browser.open("/conversations?side=others").body())
                .contains("Bila met Gijs")
                .doesNotContain("Ontwikkelgesprek met Bram");
        assertThat(browser.open("/conversations?q=%3Cb%3Eniemand").body())
                .contains("Er is geen gesprek gevonden")
                .doesNotContain("<b>niemand");
    }

    @Test
    void a_team_of_eighty_is_shown_in_parts() {
        conversations.onJson(
                "GET /api/conversations",
                IntStream.range(0, 80)
                        .mapToObj(i ->
                                entry("t-" + i, "CHECK_IN", "PLANNED", "COUNTERPART", "gijs", "anna", "FIND_A_TIME"))
                        .collect(Collectors.joining(",", "{\"items\":[", "],\"next\":null}")));
        Browser browser = reader("anna", "nl", "MANAGER");
        assertThat(browser.open("/conversations").body().split("Bila met Gijs", -1))
                .hasSize(21);
        assertThat(browser.open("/conversations").body()).contains("Toon er nog 60");
        assertThat(browser.open("/conversations?all=true").body().split("Bila met Gijs", -1))
                .hasSize(81);
    }

    @Test
    void a_coach_who_is_no_employee_is_offered_nothing_that_would_be_refused() {
        assertThat(reader("coco", "nl", "COACH").open("/conversations").body())
                .doesNotContain("href=\"/conversations/ask\"")
                .doesNotContain("href=\"/conversations/calendar\"")
                .doesNotContain("href=\"/conversations/feedback\"");
    }

    @Test
    void a_list_that_is_away_says_so() {
        conversations.on("GET /api/conversations", FakeHttpService.hangUp());
        assertThat(reader("anna", "nl", "EMPLOYEE").open("/conversations").body())
                .contains("even niet beschikbaar")
                .contains("Vraag een gesprek aan");
    }

    @Test
    void asking_sends_what_it_is_for_and_puts_what_it_is_about_on_the_agenda() {
        asks();
        Browser browser = reader("anna", "nl", "EMPLOYEE");
        HttpResponse<String> page = browser.open("/conversations/ask");
        assertThat(page.body())
                .contains("Bram Hoekstra, leidinggevende")
                .contains("Emre Kaya, collega")
                .contains("Praat je liever met een coach? Kies er een van de lijst.", "href=\"/coaches\"");
        HttpResponse<String> after = browser.submit(
                page,
                "/conversations/ask",
                HtmlForms.filled(
                        page,
                        "/conversations/ask",
                        Map.of(
                                "type",
                                "CHECK_IN",
                                "with",
                                "manager",
                                "about",
                                "Mijn rooster",
                                "windowFrom",
                                "2031-02-01",
                                "windowUntil",
                                "2031-02-20")));
        assertThat(after.uri().getPath()).isEqualTo("/conversations/c-new");
        assertThat(conversations
                        .last("POST", "/api/conversations")
                        .orElseThrow()
                        .body())
                .isEqualTo("{\"type\":\"CHECK_IN\",\"windowFrom\":\"2031-02-01\",\"windowUntil\":\"2031-02-20\"}");
        assertThat(conversations
                        .last("POST", "/api/conversations/c-new/agenda")
                        .orElseThrow()
                        .body())
                .isEqualTo("{\"text\":\"Mijn rooster\"}");
    }

    @Test
    void what_it_is_about_is_not_lost_when_only_the_agenda_could_not_be_reached_and_nothing_is_asked_twice() {
        asks();
        conversations.on("POST /api/conversations/c-new/agenda", FakeHttpService.hangUp());
        Browser browser = reader("anna", "nl", "EMPLOYEE");
        HttpResponse<String> page = browser.open("/conversations/ask");
        Map<String, String> typed = HtmlForms.filled(
                page, "/conversations/ask", Map.of("type", "CHECK_IN", "with", "manager", "about", "Mijn <rooster>"));
        HttpResponse<String> after = browser.submit(page, "/conversations/ask", typed);
        assertThat(after.body()).contains("Mijn &lt;rooster&gt;").contains("value=\"" + typed.get("key") + "\"");
    }

    @Test
    void a_second_open_conversation_of_the_same_kind_is_told_first_and_asked_when_it_is_sent_again() {
        asks();
        Browser browser = reader("anna", "nl", "EMPLOYEE");
        HttpResponse<String> page = browser.open("/conversations/ask");
        Map<String, String> typed = Map.of("type", "DEVELOPMENT", "with", "manager", "about", "Blijft staan");
        HttpResponse<String> told =
                browser.submit(page, "/conversations/ask", HtmlForms.filled(page, "/conversations/ask", typed));
        assertThat(told.body())
                .contains("Je hebt al een Ontwikkelgesprek met Bram Hoekstra")
                .contains("Vraag het toch aan")
                .contains("Blijft staan");
        assertThat(conversations.last("POST", "/api/conversations")).isEmpty();
        browser.submit(told, "/conversations/ask", HtmlForms.filled(told, "/conversations/ask", typed));
        assertThat(conversations.last("POST", "/api/conversations")).isPresent();
    }

    @Test
    void a_colleague_is_asked_for_a_career_conversation_alone_and_a_manager_asks_a_report() {
        asks();
        Browser browser = reader("anna", "nl", "EMPLOYEE");
        HttpResponse<String> page = browser.open("/conversations/ask");
        assertThat(browser.submit(
                                page,
                                "/conversations/ask",
                                HtmlForms.filled(
                                        page,
                                        "/conversations/ask",
                                        Map.of("type", "CHECK_IN", "with", "colleague.emre")))
                        .body())
                .contains("Met een collega kun je alleen een loopbaangesprek aanvragen.");
        browser.submit(
                page,
                "/conversations/ask",
                HtmlForms.filled(page, "/conversations/ask", Map.of("type", "CAREER", "with", "colleague.emre")));
        assertThat(conversations
                        .last("POST", "/api/conversations")
                        .orElseThrow()
                        .body())
                .isEqualTo("{\"type\":\"CAREER\",\"counterpart\":\"emre\"}");
        Browser bram = reader("bram", "nl", "MANAGER");
        page = bram.open("/conversations/ask?with=report.gijs");
        assertThat(page.body()).contains("<option value=\"report.gijs\" selected=\"selected\">");
        bram.submit(
                page,
                "/conversations/ask",
                HtmlForms.filled(page, "/conversations/ask", Map.of("type", "ONBOARDING", "with", "report.gijs")));
        assertThat(conversations
                        .last("POST", "/api/conversations")
                        .orElseThrow()
                        .body())
                .isEqualTo("{\"type\":\"ONBOARDING\",\"employee\":\"gijs\"}");
    }

    @Test
    void the_calendar_link_is_shown_once() {
        conversations.on(
                "POST /api/conversations/calendar",
                FakeHttpService.json(
                        201, "{\"link\":\"https://portal.example/api/conversations/calendar/secret.ics\"}"));
        Browser browser = reader("anna", "nl", "EMPLOYEE");
        HttpResponse<String> page = browser.open(CALENDAR);
        assertThat(browser.submit(page, CALENDAR + "/link", HtmlForms.filled(page, CALENDAR + "/link", Map.of()))
                        .body())
                .contains("https://portal.example/api/conversations/calendar/secret.ics")
                .contains("Je ziet hem maar één keer");
        assertThat(browser.open(CALENDAR).body()).doesNotContain("secret.ics").contains("Je link werkt sinds");
        conversations.on("DELETE /api/conversations/calendar", FakeHttpService.json(204, ""));
        browser.submit(page, CALENDAR + "/revocation", HtmlForms.filled(page, CALENDAR + "/revocation", Map.of()));
        assertThat(conversations.last("DELETE", "/api/conversations/calendar")).isPresent();
    }

    @Test
    void a_busy_time_is_added_to_and_taken_from_those_that_are_there() {
        conversations.onJson("PUT " + BUSY, "{\"times\":[]}");
        Browser browser = reader("anna", "nl", "EMPLOYEE");
        HttpResponse<String> page = browser.open(CALENDAR);
        assertThat(page.body()).contains("maandag 13 januari 2031 10:00–11:00").doesNotContain("2020");
        browser.submit(
                page,
                CALENDAR + "/busy",
                HtmlForms.filled(
                        page,
                        CALENDAR + "/busy",
                        Map.of(
                                "from.day",
                                "2031-02-03",
                                "from.time",
                                "09:00",
                                "until.day",
                                "2031-02-03",
                                "until.time",
                                "12:00")));
        assertThat(conversations.last("PUT", BUSY).orElseThrow().body())
                .contains("2031-01-13T09:00:00Z")
                .contains("\"start\":\"2031-02-03T08:00:00Z\",\"end\":\"2031-02-03T11:00:00Z\"");
        assertThat(conversations.last("PUT", BUSY).orElseThrow().headers()).containsEntry("if-match", "\"7\"");
        browser.submit(page, CALENDAR + "/busy/removal", HtmlForms.filled(page, CALENDAR + "/busy/removal", Map.of()));
        assertThat(conversations.last("PUT", BUSY).orElseThrow().body())
                .doesNotContain("2031-01-13")
                .contains("2020-01-13");
        assertThat(browser.submit(
                                page,
                                CALENDAR + "/busy",
                                HtmlForms.filled(page, CALENDAR + "/busy", Map.of("from.day", "2031-02-03")))
                        .body())
                .contains("Vul een tijd in");
    }

    @Test
    void a_calendar_that_is_away_or_refused_says_so() {
        conversations.on("GET " + BUSY, FakeHttpService.hangUp());
        assertThat(reader("anna", "nl", "EMPLOYEE").open(CALENDAR).body()).contains("even niet beschikbaar");
        conversations.on(
                "GET /api/conversations/calendar",
                FakeHttpService.json(
                        403,
                        "{\"code\":\"forbidden\",\"title\":\"Dit is niet voor jou open\"}",
                        "Content-Type",
                        "application/problem+json"));
        assertThat(reader("coco", "nl", "COACH").open(CALENDAR).body()).contains("Dit is niet voor jou open");
    }

    private static void asks() {
        conversations
                .on(
                        "POST /api/conversations",
                        FakeHttpService.json(201, "{\"id\":\"c-new\",\"employee\":\"anna\",\"counterpart\":\"bram\"}"))
                .onJson("POST /api/conversations/c-new/agenda", "{\"id\":\"p\"}")
                .onJson(
                        "GET /api/conversations/c-new",
                        "{\"id\":\"c-new\",\"type\":\"CHECK_IN\",\"status\":\"PLANNED\",\"you\":\"EMPLOYEE\",\"employee\":\"anna\",\"counterpart\":\"bram\"}");
    }

    private static String entry(
            String id, String type, String status, String side, String employee, String counterpart, String asked) {
        String slot = "PLANNED".equals(status)
                ? ""
                : "\"slotStart\":\"2031-01-13T09:00:00Z\",\"slotEnd\":\"2031-01-13T10:00:00Z\",";
        return "{\"conversation\":\"" + id + "\",\"type\":\"" + type + "\",\"status\":\"" + status + "\",\"side\":\""
                + side + "\",\"relation\":\""
                + ("CAREER".equals(type) ? "OUTSIDE" : "LINE") + "\",\"employee\":\"" + employee
                + "\",\"counterpart\":\"" + counterpart + "\","
                + slot + "\"windowFrom\":\"" + Year.now(ZoneId.of("Europe/Amsterdam"))
                + "-01-06\",\"windowUntil\":\"2031-01-24\",\"asked\":\"" + asked + "\"}";
    }

    private static Browser reader(String person, String language, String... roles) {
        portal.issuer().letIn(person, roles);
        Browser browser = new Browser(portal.url(), language);
        browser.open("/settings");
        return browser;
    }
}
