package nl.klimrek.portal.coaches;

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
import org.junit.jupiter.params.provider.ValueSource;

/** Choosing and asking a coach, a coach's own profile, and HR's register, as they are rendered. */
class CoachPagesIT {
    private static final String NONE = "{\"items\":[],\"next\":null}";
    private static final String API = "/api/conversations/coaches";
    private static RunningPortal portal;
    private static FakeHttpService conversations;

    @BeforeAll
    static void start() {
        portal = new RunningPortal(Map.of());
        portal.directory().list("coco", "Coco", "de Groot");
        portal.directory().list("emre", "Emre", "Kaya");
        conversations = portal.service(Upstream.CONVERSATIONS);
        usual();
        Browser browser = reader("anna", "nl", "EMPLOYEE");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> browser.open("/coaches").body().contains("Coco de Groot")
                        && browser.open("/coaches").body().contains("Emre Kaya"));
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
                .onJson("GET /api/people", "{\"items\":[{\"person\":\"gijs\"},{\"person\":\"coco\"}],\"next\":null}");
        conversations
                .onJson("GET " + API, """
                        {"items":[{"person":"emre","kind":"TRAINING_ADVISER","skills":[],"languages":["tr"],"workingDays":[]},
                         {"person":"coco","kind":"CAREER_COACH","skills":["STRENGTHS"],"languages":["nl","en"],"workingDays":["TUE"]}],"next":null}""")
                .on(
                        "GET " + API + "/coco",
                        FakeHttpService.json(
                                200,
                                "{\"person\":\"coco\",\"kind\":\"CAREER_COACH\",\"skills\":[\"STRENGTHS\"],\"languages\":[\"nl\"],\"workingDays\":[]}",
                                "ETag",
                                "\"3\""))
                .on(
                        "GET " + API + "/anna",
                        FakeHttpService.json(
                                404, "{\"status\":404,\"code\":\"coach-unknown\",\"title\":\"Geen coach\"}"))
                .on(
                        "POST /api/conversations",
                        FakeHttpService.json(201, "{\"id\":\"c-new\",\"employee\":\"anna\",\"counterpart\":\"coco\"}"))
                .onJson(
                        "GET /api/conversations/c-new",
                        "{\"id\":\"c-new\",\"type\":\"CAREER\",\"status\":\"PLANNED\",\"you\":\"EMPLOYEE\",\"relation\":\"COACH\",\"employee\":\"anna\",\"counterpart\":\"coco\"}")
                .onJson("POST " + API, "{}")
                .onJson("POST " + API + "/coco/ending", "{}")
                .onJson("PUT " + API + "/coco/profile", "{}");
        conversations.forget();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void every_page_is_there_in_both_languages_full_and_empty_without_a_code(String language) {
        for (String coaches : new String[] {"", NONE}) {
            if (!coaches.isEmpty()) {
                conversations.onJson("GET " + API, coaches);
            }
            for (String path :
                    new String[] {"/coaches", "/coaches?kind=CAREER_COACH&skill=FUNDING&language=nl", "/coaches/profile"
                    }) {
                for (String person : new String[] {"anna", "coco"}) {
                    page(reader(person, language, "EMPLOYEE", "COACH"), path);
                }
            }
            page(reader("hanna", language, "HR"), "/hr/coaches");
            page(reader("hanna", language, "HR"), "/hr/coaches?q=g");
        }
    }

    @Test
    void a_coach_is_chosen_by_kind_language_and_skill() {
        Browser browser = reader("anna", "nl", "EMPLOYEE");
        String all = browser.open("/coaches").body();
        assertThat(all.indexOf("Coco de Groot")).isBetween(1, all.indexOf("Emre Kaya"));
        assertThat(all)
                .contains(
                        "Loopbaancoach",
                        "Helpt bij: Weten waar je goed in bent",
                        "Spreekt: Nederlands, Engels",
                        "Dagen: dinsdag",
                        "hebt van niemand toestemming nodig")
                .contains("Je leidinggevende ziet alleen dat er tijd nodig is.");
        assertThat(browser.open("/coaches?kind=TRAINING_ADVISER").body())
                .contains("Emre Kaya")
                .doesNotContain("Coco de Groot");
        assertThat(browser.open("/coaches?language=en&skill=STRENGTHS").body())
                .contains("Coco de Groot")
                .doesNotContain("Emre Kaya");
        assertThat(browser.open("/coaches?skill=FUNDING").body()).contains("Geen coach past bij deze keuze.");
    }

    @Test
    void asking_is_one_step_and_names_the_register() {
        Browser browser = reader("anna", "nl", "EMPLOYEE");
        HttpResponse<String> page = browser.open("/coaches");
        HttpResponse<String> asked = browser.submit(
                page, "/coaches/ask", Map.of("_form", "ask-coco", "_at", "/coaches", "key", "k-ask", "coach", "coco"));
        assertThat(asked.body()).contains("Je hebt Coco de Groot om een gesprek gevraagd.");
        assertThat(conversations
                        .last("POST", "/api/conversations")
                        .orElseThrow()
                        .body())
                .contains("\"type\":\"CAREER\"", "\"counterpart\":\"coco\"", "\"coach\":true");
    }

    @Test
    void a_coach_who_is_one_no_more_is_refused_in_words() {
        conversations.on(
                "POST /api/conversations",
                FakeHttpService.json(
                        404,
                        "{\"status\":404,\"code\":\"coach-unknown\",\"title\":\"Deze persoon is hier geen coach\"}"));
        Browser browser = reader("anna", "nl", "EMPLOYEE");
        assertThat(browser.submit(
                                browser.open("/coaches"),
                                "/coaches/ask",
                                Map.of("_form", "ask-coco", "_at", "/coaches", "key", "k-no", "coach", "coco"))
                        .body())
                .contains("Deze persoon is hier geen coach");
    }

    @Test
    void a_coach_keeps_the_own_profile() {
        Browser browser = reader("coco", "nl", "EMPLOYEE", "COACH");
        HttpResponse<String> page = browser.open("/coaches/profile");
        assertThat(page.body()).contains("Je staat op de lijst als: Loopbaancoach");
        HttpResponse<String> saved = browser.submit(
                page,
                "/coaches/profile",
                Map.of(
                        "_form", "profile",
                        "_at", "/coaches/profile",
                        "key", "k-profile",
                        "skill", "NEXT_STEP",
                        "language", "en"));
        assertThat(saved.body()).contains("Je profiel is bewaard.");
        assertThat(conversations
                        .last("PUT", API + "/coco/profile")
                        .orElseThrow()
                        .body())
                .contains("\"skills\":[\"NEXT_STEP\"]", "\"languages\":[\"en\"]", "\"workingDays\":[]");
        assertThat(reader("anna", "nl", "EMPLOYEE").open("/coaches/profile").body())
                .contains("Je staat niet op de lijst met coaches.");
    }

    @Test
    void hr_appoints_whom_it_finds_and_ends_an_appointment_and_nobody_else_sees_the_page() {
        Browser browser = reader("hanna", "nl", "HR");
        HttpResponse<String> page = browser.open("/hr/coaches?q=g");
        assertThat(page.body())
                .contains("name=\"person\" value=\"gijs\"")
                .doesNotContain("name=\"person\" value=\"coco\"");
        browser.submit(
                page,
                "/hr/coaches",
                Map.of(
                        "_form", "appoint-gijs",
                        "_at", "/hr/coaches",
                        "key", "k-appoint",
                        "person", "gijs",
                        "kind", "LEARNING_AMBASSADOR"));
        assertThat(conversations.last("POST", API).orElseThrow().body())
                .contains("\"person\":\"gijs\"", "\"kind\":\"LEARNING_AMBASSADOR\"");
        assertThat(browser.submit(
                                browser.open("/hr/coaches"),
                                "/hr/coaches/coco/ending",
                                Map.of("_form", "end-coco", "_at", "/hr/coaches", "key", "k-end"))
                        .body())
                .contains("Coco de Groot is geen coach meer.");
        assertThat(reader("anna", "nl", "EMPLOYEE").open("/hr/coaches").body())
                .doesNotContain("Coaches van de organisatie");
    }

    private static void page(Browser browser, String path) {
        HttpResponse<String> page = browser.open(path);
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        assertThat(page.body()).as(path).doesNotContain("??");
        assertThat(HtmlForms.rawCode(page.body())).as(path).isEmpty();
    }

    private static Browser reader(String person, String language, String... roles) {
        portal.issuer().letIn(person, roles);
        Browser browser = new Browser(portal.url(), language);
        browser.open("/settings");
        return browser;
    }
}
