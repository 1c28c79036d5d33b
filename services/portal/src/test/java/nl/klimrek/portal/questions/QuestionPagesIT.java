package nl.klimrek.portal.questions;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.klimrek.portal.fixture.Browser;
import nl.klimrek.portal.fixture.FakeHttpService;
import nl.klimrek.portal.fixture.RunningPortal;
import nl.klimrek.portal.fixture.Shown;
import nl.klimrek.portal.gateway.Upstream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuestionPagesIT {
    private static final String NONE = "{\"items\":[],\"next\":null}";
    private static RunningPortal portal;

    @BeforeAll
    static void start() {
        portal = new RunningPortal(Map.of());
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    private static final String TAGS =
            "\"factor\":\"DURVEN\",\"duty\":\"TRUST\",\"competence\":\"NETWORKING\",\"approach\":\"AMPLITIVE\",\"horizon\":\"NOW\",\"perspective\":\"CONNECTED\",\"aspect\":\"HEART\",\"mode\":\"OPEN\",\"audience\":\"BOTH\",\"types\":[\"DEVELOPMENT\"]";
    private static final String OWN = "{\"id\":\"own-1\",\"version\":2,\"text\":\"Wat <durf> je?\"," + TAGS + "}";

    @BeforeEach
    void answers() {
        portal.service(Upstream.REMINDERS).onJson("GET /api/reminders", NONE);
        portal.service(Upstream.CONVERSATIONS)
                .onJson(
                        "GET /api/questions",
                        "{\"items\":[{\"id\":\"energy\",\"version\":1,\"text\":\"Wat geeft je energie?\","
                                + TAGS.replace("DURVEN", "WILLEN") + "}," + OWN + "],\"next\":\"own-1\"}")
                .onJson("GET /api/questions/mode", "{\"mode\":null}")
                .onJson(
                        "GET /api/questions/energy",
                        "{\"id\":\"energy\",\"version\":1,\"text\":\"Wat geeft je energie?\"," + TAGS + "}")
                .on(
                        "GET /api/questions/own-1",
                        exchange -> FakeHttpService.json(
                                        200,
                                        exchange.getRequestHeaders()
                                                        .getFirst("Accept-Language")
                                                        .startsWith("nl")
                                                ? OWN
                                                : OWN.replace("Wat <durf> je?", "What do you dare?"))
                                .to(exchange))
                .onJson(
                        "GET /api/questions/templates",
                        "{\"items\":[{\"id\":\"own-t\",\"version\":3,\"type\":\"DEVELOPMENT\",\"name\":\"Zorg 😀\",\"usual\":true,\"questions\":[\"energy\"]}]}")
                .on("POST /api/questions", FakeHttpService.json(201, OWN))
                .onJson("POST /api/questions/own-1/versions", OWN)
                .onJson("POST /api/questions/own-1/retire", OWN)
                .onJson("POST /api/questions/mode", "{}")
                .on("POST /api/questions/templates", FakeHttpService.json(201, "{}"))
                .on(
                        "POST /api/questions/templates/own-t/versions",
                        FakeHttpService.json(
                                409,
                                "{\"code\":\"template-unbalanced\",\"title\":\"De set is niet in balans\"}",
                                "Content-Type",
                                "application/problem+json"));
    }

    @Test
    void every_page_reads_in_dutch_and_english_without_a_code() {
        for (String language : List.of("nl", "en")) {
            Browser hr = reader("hr-1", language, "HR");
            for (String path : List.of(
                    "/hr/questions",
                    "/hr/questions?type=DEVELOPMENT&factor=MOGEN",
                    "/hr/questions/new",
                    "/hr/questions/own-1",
                    "/hr/questions/energy",
                    "/hr/questions/sets",
                    "/hr/questions/sets/new?type=CAREER",
                    "/hr/questions/sets/own-t")) {
                Shown.fine(hr.open(path));
            }
        }
    }

    @Test
    void the_list_is_narrowed_by_tags_and_words_and_goes_on() {
        Browser hr = reader("hr-2", "nl", "HR");
        HttpResponse<String> page = hr.open("/hr/questions?type=DEVELOPMENT&factor=WILLEN&mode=all");
        assertThat(Shown.text(page))
                .contains("Wat geeft je energie?")
                .doesNotContain("durf")
                .contains("Voor beiden · Ontwikkelgesprek");
        assertThat(page.body()).contains("after=own-1").contains("factor=WILLEN");
        assertThat(portal.service(Upstream.CONVERSATIONS)
                        .last("GET", "/api/questions")
                        .orElseThrow()
                        .pathAndQuery())
                .contains("type=DEVELOPMENT");
        assertThat(hr.open("/hr/questions?q=DURF").body())
                .contains("Wat &lt;durf&gt; je?")
                .doesNotContain("energie");
        assertThat(Shown.text(hr.open("/hr/questions?q=zzz"))).contains("Er past geen vraag bij");
    }

    @Test
    void a_long_list_is_shown_a_page_at_a_time_and_none_is_left_out() {
        String many = java.util.stream.IntStream.range(10, 50)
                .mapToObj(n -> "{\"id\":\"q" + n + "\",\"version\":1,\"text\":\"Vraag nummer " + n + "\"," + TAGS + "}")
                .collect(java.util.stream.Collectors.joining(","));
        portal.service(Upstream.CONVERSATIONS).onJson("GET /api/questions", "{\"items\":[" + many + "],\"next\":null}");
        HttpResponse<String> page = reader("hr-6", "nl", "HR").open("/hr/questions?aspect=HEART");
        assertThat(Shown.text(page)).contains("Vraag nummer 34").doesNotContain("Vraag nummer 35");
        assertThat(page.body()).contains("/hr/questions?aspect=HEART&amp;after=q34");
    }

    @Test
    void an_own_question_is_added_changed_in_both_languages_and_retired() {
        Browser hr = reader("hr-3", "nl", "HR");
        HttpResponse<String> page = hr.open("/hr/questions/new");
        Map<String, String> fields = new HashMap<>(Shown.form(page, "/hr/questions/new"));
        assertThat(hr.submit(page, "/hr/questions/new", fields).body()).contains("question-nl-error");
        fields.put("nl", "Wat wil je leren?");
        hr.submit(page, "/hr/questions/new", fields);
        assertThat(portal.service(Upstream.CONVERSATIONS)
                        .last("POST", "/api/questions")
                        .orElseThrow()
                        .body())
                .contains("\"nl\":\"Wat wil je leren?\"")
                .doesNotContain("\"en\"")
                .contains("\"factor\":\"WETEN\"")
                .contains("\"types\":[\"DEVELOPMENT\"]");
        page = hr.open("/hr/questions/own-1");
        hr.submit(
                page,
                "/hr/questions/own-1",
                Shown.form(page, "/hr/questions/own-1").entrySet().stream()
                        .collect(java.util.stream.Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> entry.getValue().replace("&lt;", "<").replace("&gt;", ">"))));
        assertThat(portal.service(Upstream.CONVERSATIONS)
                        .last("POST", "/api/questions/own-1/versions")
                        .orElseThrow()
                        .body())
                .contains("\"nl\":\"Wat <durf> je?\"")
                .contains("\"en\":\"What do you dare?\"")
                .contains("\"factor\":\"DURVEN\"")
                .contains("\"aspect\":\"HEART\"");
        hr.submit(page, "/hr/questions/own-1/retire", Shown.form(page, "/hr/questions/own-1/retire"));
        assertThat(portal.service(Upstream.CONVERSATIONS).last("POST", "/api/questions/own-1/retire"))
                .isPresent();
        assertThat(hr.open("/hr/questions/energy").body())
                .doesNotContain("name=\"nl\"")
                .contains("/hr/questions/energy/retire");
    }

    @Test
    void a_set_is_made_and_a_refused_one_keeps_its_name() {
        Browser hr = reader("hr-4", "nl", "HR");
        HttpResponse<String> page = hr.open("/hr/questions/sets/new?type=DEVELOPMENT");
        Map<String, String> fields = new HashMap<>(Shown.form(page, "/hr/questions/sets/new"));
        fields.putAll(Map.of("name", "Zorg", "questions", "energy"));
        hr.submit(page, "/hr/questions/sets/new", fields);
        assertThat(portal.service(Upstream.CONVERSATIONS)
                        .last("POST", "/api/questions/templates")
                        .orElseThrow()
                        .body())
                .isEqualTo("{\"type\":\"DEVELOPMENT\",\"name\":\"Zorg\",\"usual\":false,\"questions\":[\"energy\"]}");
        page = hr.open("/hr/questions/sets/own-t");
        fields = new HashMap<>(Shown.form(page, "/hr/questions/sets/own-t"));
        fields.put("name", "Heel anders");
        HttpResponse<String> after = hr.submit(page, "/hr/questions/sets/own-t", fields);
        assertThat(after.body()).contains("De set is niet in balans").contains("value=\"Heel anders\"");
    }

    @Test
    void how_somebody_likes_questions_and_a_service_away() {
        Browser hr = reader("hr-5", "nl", "HR");
        HttpResponse<String> page = hr.open("/hr/questions");
        Map<String, String> fields = new HashMap<>(Shown.form(page, "/hr/questions/mode"));
        fields.put("mode", "STRUCTURED");
        hr.submit(page, "/hr/questions/mode", fields);
        assertThat(portal.service(Upstream.CONVERSATIONS)
                        .last("POST", "/api/questions/mode")
                        .orElseThrow()
                        .body())
                .isEqualTo("{\"mode\":\"STRUCTURED\"}");
        portal.service(Upstream.CONVERSATIONS).on("GET /api/questions", FakeHttpService.hangUp());
        assertThat(Shown.fine(hr.open("/hr/questions"))).contains("even niet beschikbaar");
        assertThat(reader("anna", "nl", "EMPLOYEE").open("/hr/questions").uri().getPath())
                .isNotEqualTo("/hr/questions");
    }

    private static Browser reader(String person, String language, String... roles) {
        portal.issuer().letIn(person, roles);
        Browser browser = new Browser(portal.url(), language);
        browser.open("/settings");
        return browser;
    }
}
