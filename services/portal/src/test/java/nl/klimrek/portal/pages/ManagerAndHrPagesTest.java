package nl.klimrek.portal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import nl.klimrek.portal.fixture.Browser;
import nl.klimrek.portal.fixture.FakeService;
import nl.klimrek.portal.fixture.FakeService.Asked;
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
    void a_manager_sees_the_rhythm_of_each_report_and_requests_without_their_words() {
        HttpResponse<String> page = reader("bram", "EMPLOYEE", "MANAGER").open("/team");
        assertThat(page.body()).contains("Anna de Wit").contains("James Okafor").contains("href=\"/conversations/c-1\"").contains("dinsdag 24 november 2026 10:00–11:00")
                .contains("Door beiden bevestigd").contains("Tijd nodig voor een loopbaangesprek: 1 dec").contains("€ 300,00")
                .contains("href=\"/me\"").doesNotContain("Cursus wondzorg").doesNotContain("c-own").doesNotContain("??").doesNotContain("<script");
    }

    @Test
    void a_decision_is_taken_on_the_request_as_it_was_read_and_a_refusal_offers_something_else() {
        Browser bram = reader("bram", "MANAGER");
        HttpResponse<String> page = bram.open("/team/requests/ba-anna:r1");
        assertThat(page.body()).contains("Cursus wondzorg").contains("Meelopen").contains("€ 300,00").doesNotContain("??");
        HttpResponse<String> after = bram.submit(page, "/team/requests/ba-anna:r1/refusal",
                Map.of("key", "k-1", "etag", "\"5\"", "reason", "Dit jaar niet", "alternative", "Intervisie"));
        assertThat(after.uri().getPath()).isEqualTo("/team");
        Asked asked = portal.service(Service.LEARNING_BUDGETS).last("POST", "/api/learning-budgets/requests/ba-anna:r1/refusal").orElseThrow();
        assertThat(asked.body()).isEqualTo("{\"reason\":\"Dit jaar niet\",\"alternative\":\"Intervisie\"}");
        assertThat(asked.headers()).containsEntry("if-match", "\"5\"").containsEntry("idempotency-key", "k-1");
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
