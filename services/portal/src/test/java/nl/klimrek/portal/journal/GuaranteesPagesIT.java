package nl.klimrek.portal.journal;

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

class GuaranteesPagesIT {
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

    private static final String LETTERS = "/api/journal/dead-letters";
    private static final String ID = "018f6b2a0c11-9f86d081884c7d65";
    private static final String LETTER = """
            {"id":"018f6b2a0c11-9f86d081884c7d65","status":"PARKED","topic":"klimrek.people.v1","group":"insights","partition":2,"offset":4711,
             "at":"2026-11-22T08:00:00Z","reason":"failed-IllegalStateException","explanation":"Het programma liep erop vast.","attempts":1,
             "eventType":"nl.klimrek.people.person-joined.v1","eventSubject":"p-7","bytes":212,"digest":"9f86d081"}""";

    @BeforeEach
    void answers() {
        portal.service(Upstream.REMINDERS).onJson("GET /api/reminders", NONE);
        portal.service(Upstream.JOURNAL)
                .onJson("GET " + LETTERS, "{\"items\":[" + LETTER + "],\"next\":\"n1\",\"waiting\":30}")
                .onJson("GET " + LETTERS + "/" + ID, LETTER)
                .onJson("GET /api/journal/gaps", """
                {"items":[{"stream":"/klimrek/people#p-7","from":3,"to":4,"missing":2,"since":"2026-11-22T08:00:00Z"}],"open":1}""")
                .onJson("GET /api/journal/lag", """
                {"items":[{"group":"insights","topic":"klimrek.people.v1","behind":17},{"group":"people","topic":"klimrek.people.v1","behind":0},
                 {"group":"brand-new","topic":"x","behind":0}],"behind":17}""")
                .onJson("POST " + LETTERS + "/" + ID + "/discard", "{}")
                .on(
                        "POST " + LETTERS + "/" + ID + "/replay",
                        FakeHttpService.json(
                                409,
                                "{\"code\":\"dead-letter-discarded\",\"title\":\"Dit bericht is terzijde gelegd\"}",
                                "Content-Type",
                                "application/problem+json"));
    }

    @Test
    void each_part_says_what_it_does_and_whether_it_keeps_up() {
        for (String language : List.of("nl", "en")) {
            Shown.fine(reader("hr-1", language, "HR").open("/hr/guarantees"));
            Shown.fine(reader("hr-1", language, "HR").open("/hr/guarantees/letters/" + ID));
        }
        HttpResponse<String> page = reader("hr-1", "nl", "HR").open("/hr/guarantees");
        assertThat(Shown.text(page))
                .contains("Inzichten Telt hoe de gesprekken gaan, alleen voor groepen. 17 stappen achter")
                .contains("Mensen Houdt bij wie hier werkt en wie van wie de leidinggevende is. Is bij")
                .contains("Het programma liep erop vast.")
                .contains("Mensen: 2 stappen ontbreken sinds zondag 22 november 2026")
                .contains("30 berichten wachten op een besluit")
                .doesNotContain("p-7")
                .doesNotContain("klimrek.people")
                .doesNotContain("brand-new");
        assertThat(page.body()).contains("/hr/guarantees?after=n1");
    }

    @Test
    void each_list_of_the_journal_that_goes_on_is_named() {
        portal.service(Upstream.JOURNAL)
                .onJson("GET /api/journal/looks", "{\"items\":[],\"next\":\"7\"}")
                .onJson("GET /api/journal/timeline", "{\"items\":[],\"next\":\"9\"}");
        assertThat(reader("anna", "nl", "EMPLOYEE").open("/journal").body())
                .containsOnlyOnce("aria-label=\"Meer van wie keek\"")
                .containsOnlyOnce("href=\"/journal?looks=7\"")
                .containsOnlyOnce("aria-label=\"Meer van mijn stappen\"")
                .containsOnlyOnce("href=\"/journal?steps=9\"");
        assertThat(reader("hr-1", "nl", "HR").open("/hr/guarantees").body())
                .containsOnlyOnce("<nav class=\"pager\" aria-label=\"Pagina&#39;s van deze lijst\">");
    }

    @Test
    void an_auditor_sees_the_same_and_decides_nothing() {
        Browser auditor = reader("aud", "nl", "AUDITOR");
        assertThat(Shown.fine(auditor.open("/hr/guarantees")))
                .contains("Een bericht voor: Inzichten")
                .doesNotContain("Bied het opnieuw aan");
        assertThat(Shown.fine(auditor.open("/hr/guarantees/letters/" + ID)))
                .doesNotContain("Bied het opnieuw aan")
                .doesNotContain("Leg terzijde");
        assertThat(reader("anna", "nl", "EMPLOYEE", "MANAGER")
                        .open("/hr/guarantees")
                        .uri()
                        .getPath())
                .isNotEqualTo("/hr/guarantees");
    }

    @Test
    void a_message_is_set_aside_with_a_reason_and_what_cannot_be_offered_again_is_told() {
        Browser hr = reader("hr-2", "nl", "HR");
        HttpResponse<String> page = hr.open("/hr/guarantees/letters/" + ID);
        Map<String, String> fields = new HashMap<>(Shown.form(page, "/hr/guarantees/letters/" + ID + "/discard"));
        assertThat(fields).containsEntry("reason", "DONE_OTHERWISE");
        fields.put("reason", "NOT_OURS");
        HttpResponse<String> after = hr.submit(page, "/hr/guarantees/letters/" + ID + "/discard", fields);
        assertThat(Shown.fine(after)).contains("Je hebt het bericht terzijde gelegd");
        FakeHttpService.Asked asked = portal.service(Upstream.JOURNAL)
                .last("POST", LETTERS + "/" + ID + "/discard")
                .orElseThrow();
        assertThat(asked.body()).isEqualTo("{\"reason\":\"NOT_OURS\"}");
        assertThat(asked.headers()).containsEntry("idempotency-key", fields.get("key"));
        page = hr.open("/hr/guarantees/letters/" + ID);
        after = hr.submit(
                page,
                "/hr/guarantees/letters/" + ID + "/replay",
                Shown.form(page, "/hr/guarantees/letters/" + ID + "/replay"));
        assertThat(after.uri().getPath()).endsWith(ID);
        assertThat(Shown.text(after)).contains("Dit bericht is terzijde gelegd");
    }

    @Test
    void nothing_stuck_and_a_journal_that_is_away_are_pages_too() {
        portal.service(Upstream.JOURNAL)
                .onJson("GET " + LETTERS, "{\"items\":[],\"waiting\":0}")
                .on("GET /api/journal/lag", FakeHttpService.hangUp())
                .onJson("GET /api/journal/gaps", "{\"items\":[],\"open\":0}");
        assertThat(Shown.fine(reader("hr-3", "nl", "HR").open("/hr/guarantees")))
                .contains("Er zit geen bericht vast")
                .contains("even niet beschikbaar")
                .contains("In het logboek ontbreekt geen enkele stap");
    }

    private static Browser reader(String person, String language, String... roles) {
        portal.issuer().letIn(person, roles);
        Browser browser = new Browser(portal.url(), language);
        browser.open("/settings");
        return browser;
    }
}
