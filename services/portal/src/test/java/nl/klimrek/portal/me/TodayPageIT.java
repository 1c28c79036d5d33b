package nl.klimrek.portal.me;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Today as it is rendered, with what services answer behind it. */
class TodayPageIT {
    private static final String NONE = "{\"items\":[],\"next\":null}";
    private static final String TALKS = """
            {"items":[{"conversation":"c-1","type":"DEVELOPMENT","status":"INVITED","side":"EMPLOYEE","employee":"anna","counterpart":"bram",
             "windowFrom":"2026-11-20","windowUntil":"2026-12-11","slotStart":"2026-11-24T09:00:00Z","slotEnd":"2026-11-24T10:00:00Z","asked":"ANSWER"},
             {"conversation":"c-2","type":"CHECK_IN","status":"ACCEPTED","side":"EMPLOYEE","employee":"anna","counterpart":"bram",
             "windowFrom":"2031-01-01","windowUntil":"2031-02-01","slotStart":"2031-01-15T09:00:00Z","slotEnd":"2031-01-15T10:00:00Z","asked":"PREPARE"}],"next":null}""";
    private static RunningPortal portal;

    @BeforeAll
    static void start() {
        portal = new RunningPortal(Map.of());
        portal.directory().list("anna", "Anna", "de Wit");
        portal.directory().list("bram", "Bram", "Hoekstra");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @BeforeEach
    void usual() {
        portal.service(Upstream.REMINDERS).onJson("GET /api/reminders", prompts(1));
        portal.service(Upstream.CONVERSATIONS)
                .onJson("GET /api/conversations", TALKS)
                .onJson("GET /api/conversations/agreements/open", """
                {"items":[{"conversation":"c-1","with":"bram","id":"a-1","text":"Een dag <meelopen>","owner":"EMPLOYEE","dueDate":"2027-01-15"},
                 {"conversation":"c-1","with":"bram","id":"a-2","text":"Ruimte maken","owner":"MANAGER","dueDate":"2027-01-16"},
                 {"conversation":"c-1","with":"bram","id":"a-3","owner":"SHARED","dueDate":"2027-01-17"}],"next":null}""");
        portal.service(Upstream.POP_FORMS).onJson("GET /api/pop-forms/mine", """
                {"pop":"pop-anna","agreement":{"version":3,"state":"AGREED"},"goals":[{"id":"g","state":"ACTING","title":"Leren <lassen>","targetDate":"2027-06-30"},
                 {"id":"h","state":"SET","title":"Later","targetDate":"2028-06-30"}]}""");
        portal.service(Upstream.REMINDERS).forget();
    }

    @Test
    void each_thing_that_is_asked_names_who_what_and_when_with_its_one_step() {
        Browser browser = reader("anna", "nl", "EMPLOYEE");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> browser.open("/me").body().contains("Bram Hoekstra"));
        assertThat(browser.open("/me").body())
                .contains(
                        "Ontwikkelgesprek met Bram Hoekstra",
                        "Voorgesteld: dinsdag 24 november 2026 10:00–11:00",
                        "href=\"/conversations/c-1\"",
                        "Antwoord op de uitnodiging",
                        "Bila met Bram Hoekstra",
                        "Jij, uiterlijk 15 jan. 2027",
                        "Bram Hoekstra, uiterlijk 16 jan. 2027",
                        "Samen, uiterlijk 17 jan. 2027",
                        "Een dag &lt;meelopen&gt;",
                        "Je hebt 2 open doelen. Het eerstvolgende: Leren &lt;lassen&gt;")
                .doesNotContain("??", "<lassen>", "Kan dit moment?");
    }

    @Test
    void in_english_it_says_the_same_and_the_choice_of_language_stays() {
        Browser browser = reader("anna", "nl", "EMPLOYEE");
        assertThat(browser.open("/me?lang=en").body())
                .contains("<html lang=\"en\"", "Development conversation", "You have 2 open goals")
                .doesNotContain("??");
        assertThat(browser.open("/me").body()).contains("<html lang=\"en\"").doesNotContain("Vandaag", "??");
    }

    @Test
    void at_most_three_things_stand_on_the_page_and_the_rest_behind_one_link() {
        portal.service(Upstream.REMINDERS).onJson("GET /api/reminders", prompts(30));
        portal.service(Upstream.CONVERSATIONS).onJson("GET /api/conversations", NONE);
        Browser browser = reader("anna", "nl", "EMPLOYEE");
        assertThat(count(browser.open("/me").body(), "/tomorrow\"")).isEqualTo(3);
        assertThat(browser.open("/me").body()).contains("Toon alles wat op je wacht (30)", "href=\"/me/waiting\"");
        HttpResponse<String> all = browser.open("/me/waiting");
        assertThat(count(all.body(), "/tomorrow\"")).isEqualTo(25);
        assertThat(all.body()).contains("/me/waiting?from=25").doesNotContain("??");
        assertThat(count(browser.open("/me/waiting?from=25").body(), "/tomorrow\""))
                .isEqualTo(5);
    }

    @Test
    void prompts_of_one_occasion_are_one_line_and_are_put_off_together() {
        portal.service(Upstream.REMINDERS)
                .onJson("GET /api/reminders", """
                {"items":[{"id":"prepare:1","action":"PREPARE","subjectKind":"CONVERSATION","about":"c-1","dueAt":"2026-11-21T08:00:00Z"},
                 {"id":"answer-invitation:1","action":"ANSWER_INVITATION","subjectKind":"CONVERSATION","about":"c-1","dueAt":"2026-11-22T08:00:00Z"}],"next":null}""")
                .onJson("POST /api/reminders/prepare:1/snooze", "{}")
                .onJson("POST /api/reminders/answer-invitation:1/snooze", "{}");
        Browser browser = reader("anna", "nl", "EMPLOYEE");
        HttpResponse<String> page = browser.open("/me");
        assertThat(count(page.body(), "/tomorrow\"")).isEqualTo(1);
        HttpResponse<String> after = browser.submit(
                page,
                "/me/waiting/prepare:1,answer-invitation:1/tomorrow",
                Map.of("_form", "tomorrow-0", "_at", "/me", "key", "k", "what", "Ontwikkelgesprek"));
        assertThat(after.body()).contains("Je ziet dit morgen weer: Ontwikkelgesprek.");
        FakeHttpService reminders = portal.service(Upstream.REMINDERS);
        assertThat(reminders
                        .last("POST", "/api/reminders/prepare:1/snooze")
                        .orElseThrow()
                        .headers())
                .containsEntry("idempotency-key", "k");
        assertThat(reminders
                        .last("POST", "/api/reminders/answer-invitation:1/snooze")
                        .orElseThrow()
                        .headers())
                .containsEntry("idempotency-key", "k-1");
    }

    @Test
    void not_for_me_says_what_it_did_and_can_be_taken_back() {
        FakeHttpService reminders = portal.service(Upstream.REMINDERS)
                .onJson("POST /api/reminders/p-0/not-for-me", "{}")
                .onJson("POST /api/reminders/p-0/for-me-again", "{}");
        Browser browser = reader("anna", "nl", "EMPLOYEE");
        HttpResponse<String> after = browser.submit(
                browser.open("/me"),
                "/me/waiting/p-0/not-for-me",
                Map.of("_form", "not-for-me-0", "_at", "/me", "key", "k", "what", "Ontwikkelgesprek met Bram"));
        assertThat(after.body())
                .contains(
                        "Je krijgt hierover geen herinnering meer: Ontwikkelgesprek met Bram.",
                        "Toch wel voor mij",
                        "action=\"/me/waiting/p-0/for-me-again\"");
        assertThat(browser.submit(
                                after,
                                "/me/waiting/p-0/for-me-again",
                                Map.of("_form", "undo", "_at", "/me", "key", "u"))
                        .body())
                .contains("Het staat weer bij wat op je wacht.");
        assertThat(reminders.last("POST", "/api/reminders/p-0/for-me-again")).isPresent();
    }

    @Test
    void an_address_made_up_by_somebody_reaches_no_other_path_of_the_service() {
        Browser browser = reader("anna", "nl", "EMPLOYEE");
        browser.submit(
                browser.open("/me"),
                "/me/waiting/..%2F..,x?y/tomorrow",
                Map.of("_form", "f", "_at", "/me", "key", "k"));
        assertThat(portal.service(Upstream.REMINDERS).asked())
                .noneMatch(asked -> asked.method().equals("POST"));
    }

    @Test
    void who_is_here_for_the_first_time_is_greeted_with_first_steps() {
        portal.service(Upstream.REMINDERS).onJson("GET /api/reminders", NONE);
        portal.service(Upstream.CONVERSATIONS)
                .onJson("GET /api/conversations", NONE)
                .onJson("GET /api/conversations/agreements/open", NONE);
        portal.service(Upstream.POP_FORMS)
                .on(
                        "GET /api/pop-forms/mine",
                        FakeHttpService.json(
                                404, "{\"code\":\"pop-not-started\"}", "Content-Type", "application/problem+json"));
        assertThat(reader("anna", "nl", "EMPLOYEE").open("/me").body())
                .contains("Welkom bij Klimrek", "href=\"/plan\"", "href=\"/budgets\"")
                .doesNotContain("??");
        assertThat(reader("anna", "en", "EMPLOYEE").open("/me").body())
                .contains("Welcome to Klimrek")
                .doesNotContain("??");
    }

    @Test
    void a_part_that_is_away_says_so_and_the_rest_of_the_page_stands() {
        portal.service(Upstream.POP_FORMS).on("GET /api/pop-forms/mine", FakeHttpService.hangUp());
        assertThat(reader("anna", "nl", "EMPLOYEE").open("/me").body())
                .contains("Je ontwikkelplan is even niet beschikbaar", "Ontwikkelgesprek");
        portal.service(Upstream.REMINDERS).on("GET /api/reminders", FakeHttpService.hangUp());
        assertThat(reader("anna", "nl", "EMPLOYEE").open("/me").body())
                .contains("Wat op je wacht is even niet beschikbaar")
                .doesNotContain("??");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUDITOR", "COACH", "HR"})
    void who_does_not_work_here_is_offered_nothing_that_is_refused(String role) {
        portal.service(Upstream.REMINDERS).onJson("GET /api/reminders", NONE);
        portal.service(Upstream.POP_FORMS).forget();
        String page = reader("guest", "nl", role).open("/me").body();
        assertThat(page)
                .contains(
                        role.equals("AUDITOR")
                                ? "href=\"/journal\""
                                : "href=\"/" + role.toLowerCase(java.util.Locale.ROOT) + "\"")
                .doesNotContain("href=\"/plan\"", "href=\"/budgets\"", "??", "role=\"alert\"");
        assertThat(portal.service(Upstream.POP_FORMS).asked())
                .noneMatch(asked -> asked.pathAndQuery().contains("mine"));
    }

    @Test
    void a_manager_reads_who_asks_for_what() {
        portal.service(Upstream.REMINDERS).onJson("GET /api/reminders", """
                {"items":[{"id":"decide-request:1","action":"DECIDE_REQUEST","subjectKind":"BUDGET_REQUEST","about":"ba-anna:r1","dueAt":"2026-11-22T08:00:00Z"}],"next":null}""");
        portal.service(Upstream.LEARNING_BUDGETS).onJson("GET /api/learning-budgets/requests", """
                {"items":[{"id":"ba-anna:r1","employee":"anna","shares":[{"pot":"personal-2026","unit":"EUR","amount":25000}],"neededOn":"2026-12-15"}],"next":null}""");
        Browser browser = reader("bram", "nl", "EMPLOYEE", "MANAGER");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> browser.open("/me").body().contains("Anna de Wit vraagt leerbudget"));
        assertThat(browser.open("/me").body())
                .contains(
                        "€ 250,00", "Nodig op 15 dec. 2026", "href=\"/team/requests/ba-anna:r1\"", "Bekijk en besluit");
    }

    private static String prompts(int many) {
        return IntStream.range(0, many)
                .mapToObj(
                        at -> "{\"id\":\"p-" + at
                                + "\",\"action\":\"ANSWER_INVITATION\",\"subjectKind\":\"CONVERSATION\",\"about\":\"c-"
                                + (at + 1)
                                + "\",\"dueAt\":\"2026-11-22T08:00:00Z\",\"status\":\"SENT\",\"step\":\"Kan dit moment?\",\"why\":\"Er is een moment voorgesteld.\"}")
                .collect(Collectors.joining(",", "{\"items\":[", "],\"next\":null}"));
    }

    private static int count(String page, String what) {
        return page.split(java.util.regex.Pattern.quote(what), -1).length - 1;
    }

    private static Browser reader(String person, String language, String... roles) {
        portal.issuer().letIn(person, roles);
        Browser browser = new Browser(portal.url(), language);
        browser.open("/me/looks");
        return browser;
    }
}
