package nl.klimrek.portal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import nl.klimrek.portal.fixture.Browser;
import nl.klimrek.portal.fixture.FakeService;
import nl.klimrek.portal.fixture.RunningPortal;
import nl.klimrek.portal.upstream.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ManagerAndHrPagesTest {
    private static final String NONE = "{\"items\":[],\"next\":null}";
    private static RunningPortal portal;

    @BeforeAll
    static void start() {
        portal = new RunningPortal(Map.of());
        portal.service(Service.REMINDERS).onJson("GET /api/reminders", NONE);
        portal.service(Service.PEOPLE)
                .onJson("GET /api/people/bram/reports", """
                {"items":[{"person":"anna","givenName":"Anna","familyName":"de Wit","job":"Verpleegkundige"},
                 {"person":"james","givenName":"James","familyName":"Okafor"}],"next":null}""")
                .onJson("GET /api/people/summary", "{\"employed\":207,\"left\":104,\"withManager\":163,\"withoutManager\":44,\"quarantined\":1}")
                .onJson("GET /api/people/without-manager", "{\"items\":[{\"person\":\"x\",\"givenName\":\"Diane\",\"familyName\":\"Verbeek\",\"teamName\":\"Directie\"}]}")
                .onJson("GET /api/people/quarantine", "{\"items\":[{\"id\":\"q\",\"record\":\"rij 7\",\"reason\":\"FIELD_INVALID\",\"explanation\":\"De begindatum ontbreekt.\",\"at\":\"2026-11-22T08:00:00Z\"}]}");
        portal.service(Service.CONVERSATIONS)
                .onJson("GET /api/conversations", """
                {"items":[{"conversation":"c-1","type":"DEVELOPMENT","status":"INVITED","side":"COUNTERPART","employee":"anna","counterpart":"bram",
                 "windowFrom":"2026-11-20","windowUntil":"2026-12-11","slotStart":"2026-11-24T09:00:00Z","slotEnd":"2026-11-24T10:00:00Z","asked":"NOTHING"},
                 {"conversation":"c-own","type":"CAREER","status":"PLANNED","side":"EMPLOYEE","employee":"bram","counterpart":"diane",
                 "windowFrom":"2026-11-20","windowUntil":"2026-12-11","asked":"FIND_A_TIME"}],"next":null}""")
                .onJson("GET /api/conversations/time-needed", "{\"items\":[{\"employee\":\"james\",\"from\":\"2026-12-01\",\"until\":\"2026-12-22\"}]}")
                .onJson("GET /api/cycles", "{\"items\":[{\"id\":\"cy-1\",\"rhythm\":[{\"type\":\"CHECK_IN\",\"everyDays\":42}],\"startsOn\":\"2026-11-01\"}]}")
                .onJson("POST /api/cycles/cy-1/plan", """
                {"cycle":"cy-1","dryRun":true,"done":true,"people":207,"planned":163,"withoutManager":["x"],"skipped":{"ABSENT":3}}""")
                .on("POST /api/cycles", FakeService.json(201, "{\"id\":\"cy-2\"}"));
        portal.service(Service.POP_FORMS).onJson("GET /api/pop-forms/team", "{\"items\":[{\"employee\":\"anna\",\"pop\":\"pop-anna\",\"state\":\"AGREED\"}]}");
        portal.service(Service.LEARNING_BUDGETS)
                .onJson("GET /api/learning-budgets/requests", """
                {"items":[{"id":"ba-anna:r1","employee":"anna","goal":"g-1","shares":[{"pot":"personal-2026","unit":"EUR","amount":30000}],"neededOn":"2026-12-01"}]}""")
                .on("GET /api/learning-budgets/requests/ba-anna:r1", FakeService.json(200, """
                {"id":"ba-anna:r1","employee":"anna","status":"REQUESTED","what":"Cursus wondzorg","alternatives":"Meelopen","goal":"g-1",
                 "shares":[{"pot":"personal-2026","unit":"EUR","amount":30000}],"neededOn":"2026-12-01"}""", "ETag", "\"5\""))
                .onJson("POST /api/learning-budgets/requests/ba-anna:r1/refusal", "{}");
        portal.service(Service.INSIGHTS).onJson("GET /api/insights/coverage", """
                {"months":12,"minimum":5,"total":{"people":12,"withConversation":7},"teams":[{"team":"zuid","figure":{"people":6,"withConversation":3}}],"hidden":["directie"]}""");
        portal.service(Service.JOURNAL).onJson("GET /api/journal/verify", "{\"verified\":true,\"entries\":1234,\"head\":\"ab\"}")
                .onJson("GET /api/journal/gaps", "{\"items\":[],\"open\":0}");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void hr_sees_the_roster_quarantine_cycles_and_coverage_without_small_groups() {
        HttpResponse<String> page = reader("hanneke", "HR").open("/hr");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(">207<").contains(">44<").contains("Diane Verbeek").contains("De begindatum ontbreekt.")
                .contains("Bila elke 42 dagen").contains("zuid").contains("Niet getoond, want te klein: directie").doesNotContain("??").doesNotContain("<script");
    }

    @Test
    void a_plan_is_first_tried_without_writing_and_only_then_offered() {
        Browser hr = reader("hanneke", "HR");
        HttpResponse<String> page = hr.open("/hr");
        assertThat(page.body()).doesNotContain("/hr/cycles/cy-1/plan");
        HttpResponse<String> after = hr.submit(page, "/hr/cycles/cy-1/preview", Map.of("key", "k-2"));
        assertThat(portal.service(Service.CONVERSATIONS).last("POST", "/api/cycles/cy-1/plan").orElseThrow().pathAndQuery()).endsWith("?dryRun=true");
        assertThat(after.body()).contains("Wat er gepland zou worden").contains(">163<").contains("De hele tijd afwezig: 3").contains("/hr/cycles/cy-1/plan");
        hr.submit(after, "/hr/cycles/cy-1/plan", Map.of("key", "k-3"));
        assertThat(portal.service(Service.CONVERSATIONS).last("POST", "/api/cycles/cy-1/plan").orElseThrow().pathAndQuery()).doesNotContain("dryRun");
    }

    @Test
    void a_cycle_is_started_with_the_types_that_were_filled_in() {
        Browser hr = reader("hanneke", "HR");
        hr.submit(hr.open("/hr"), "/hr/cycles", Map.of("key", "k-4", "days.CHECK_IN", "42", "days.CAREER", "", "startsOn", "2026-12-01",
                "leadDays", "14", "slotMinutes", "45"));
        assertThat(portal.service(Service.CONVERSATIONS).last("POST", "/api/cycles").orElseThrow().body())
                .isEqualTo("{\"startsOn\":\"2026-12-01\",\"rhythm\":[{\"type\":\"CHECK_IN\",\"everyDays\":42}],\"leadDays\":14,\"slotMinutes\":45}");
    }

    @Test
    void a_first_day_that_is_none_is_asked_for_again_and_nothing_is_started() {
        Browser hr = reader("hanneke", "HR");
        for (String day : List.of("1-12-2026", "2026-02-30", "")) {
            HttpResponse<String> after = hr.submit(hr.open("/hr"), "/hr/cycles", Map.of("key", "k-5", "days.CHECK_IN", "42", "startsOn", day));
            assertThat(after.statusCode()).as(day).isEqualTo(200);
            assertThat(after.body()).as(day).contains("role=\"alert\"").contains("<strong>Eerste dag</strong>").contains("Geef een dag.");
        }
        assertThat(portal.service(Service.CONVERSATIONS).asked()).noneMatch(asked -> "k-5".equals(asked.headers().get("idempotency-key")));
    }

    @Test
    void the_journal_is_checked_when_asked() {
        assertThat(reader("auditor", "AUDITOR").open("/hr/journal").body()).contains("Het logboek is heel: 1.234 stappen").doesNotContain("??");
    }

    private static Browser reader(String person, String... roles) {
        portal.issuer().letIn(person, roles);
        Browser browser = new Browser(portal.url(), "nl");
        browser.open("/me/looks");
        return browser;
    }
}
