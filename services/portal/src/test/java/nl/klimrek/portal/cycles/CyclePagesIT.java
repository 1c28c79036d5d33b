package nl.klimrek.portal.cycles;

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

class CyclePagesIT {
    private static final String NONE = "{\"items\":[],\"next\":null}";
    private static final String CYCLE = """
            {"id":"cy-1","rhythm":[{"type":"CHECK_IN","everyDays":42},{"type":"DEVELOPMENT","everyDays":182,"preparationDays":14,"template":"own-t","templateVersion":1}],
             "leadDays":14,"slotMinutes":60,"startsOn":"2026-11-02","amendments":[{"version":2,"scope":"TEAM","target":"zuid","rhythm":[{"type":"CHECK_IN","everyDays":14}],
             "effectiveFrom":"2026-11-10"},{"version":3,"scope":"PERSON","target":"anna","rhythm":[],"effectiveFrom":"2026-11-11"}],
             "blackouts":[{"id":"b-1","from":"2099-07-27","until":"2099-08-09"}],
             "planning":{"cycle":"cy-1","dryRun":false,"done":true,"people":207,"planned":12,"withoutManager":["x"],"skipped":{"OTHER_IN_WINDOW":2},"proposed":9,"withoutSlot":{"CAPACITY":3}},"nextPlanningOn":"2027-01-12"}""";
    /** Every code that the service knows, so that none can be shown. */
    private static final String PREVIEW = """
            {"cycle":"cy-1","dryRun":true,"done":true,"people":207,"planned":163,"withoutManager":["x","y"],"proposed":100,
             "skipped":{"ALREADY_PLANNED":1,"OTHER_IN_WINDOW":2,"NOT_EMPLOYED":3,"ABSENT":4},
             "withoutSlot":{"NO_MANAGER":1,"MANAGER_LEFT":1,"NOT_EMPLOYED":1,"WINDOW_PASSED":1,"LEAD_TIME":1,"NO_COMMON_WORKING_DAY":1,"HOLIDAYS_ONLY":1,
              "ABSENT_THROUGHOUT":1,"NO_COMMON_HOURS":1,"BUSY":1,"CAPACITY":53,"BRAND_NEW":1},
             "plan":{"slots":{"items":[{"conversation":"c-1","employee":"anna","manager":"bram","slotStart":"2026-12-14T09:00:00Z","slotEnd":"2026-12-14T10:00:00Z"}],"next":"c 1"},
              "without":[{"conversation":"c-2","employee":"anna","manager":"bram","reason":"BUSY","because":"Bezet."}],
              "load":[{"manager":"bram","week":"2026-12-14","conversations":3,"minutes":240,"capacityMinutes":480,"minutesShort":90}],
              "overloads":[{"manager":"bram","conversations":2,"minutesShort":130,"from":"2026-12-14","until":"2026-12-28","delegates":["cees"]}]}}""";

    private static RunningPortal portal;

    @BeforeAll
    static void start() {
        portal = new RunningPortal(Map.of());
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @BeforeEach
    void answers() {
        portal.service(Upstream.REMINDERS).onJson("GET /api/reminders", NONE);
        portal.service(Upstream.PEOPLE).onJson("GET /api/people", """
                {"items":[{"person":"anna","givenName":"Anna","familyName":"de Wit","team":"zuid","teamName":"Zuid","job":"Verpleegkundige","jobFamily":"zorg"},
                 {"person":"james","givenName":"James","familyName":"Okafor","team":"noord","teamName":"Noord"}],"next":null}""");
        portal.service(Upstream.CONVERSATIONS)
                .onJson("GET /api/cycles", "{\"items\":[" + CYCLE + "],\"next\":null}")
                .on("GET /api/cycles/cy-1", FakeHttpService.json(200, CYCLE, "ETag", "\"7\""))
                .onJson(
                        "GET /api/questions/templates",
                        "{\"items\":[{\"id\":\"own-t\",\"version\":1,\"type\":\"DEVELOPMENT\",\"name\":\"Zorgvragen\",\"usual\":false}]}")
                .onJson("POST /api/cycles/cy-1/plan", PREVIEW)
                .on("POST /api/cycles", FakeHttpService.json(201, "{\"id\":\"cy-1\"}"))
                .onJson("POST /api/cycles/cy-1/stop", CYCLE)
                .onJson("POST /api/cycles/cy-1/blackouts", CYCLE)
                .onJson("DELETE /api/cycles/cy-1/blackouts/b-1", CYCLE)
                .onJson("POST /api/cycles/cy-1/policies", """
                {"from":"2025-11-30","until":"2026-11-29","people":64,"withoutManager":1,"types":[{"type":"CHECK_IN","windows":15,"held":5,"gaps":10}],
                 "load":[{"manager":"bram","month":"2026-03","conversations":9,"minutes":540}],"summary":[]}""")
                .onJson("GET /api/cycles/cy-1/explanation", """
                {"cycle":"cy-1","person":"anna","scope":"PERSON","target":"anna","version":3,"countedFrom":"2026-11-11","types":[{"type":"CHECK_IN","everyDays":42,
                 "windowFrom":"2026-12-01","windowUntil":"2026-12-12","because":[{"code":"POLICY_OF_PERSON","text":"Een eigen beleid gaat voor alle andere."}]}]}""")
                .on("POST /api/cycles/announcements", FakeHttpService.json(201, "{\"id\":\"an-1\"}"))
                .onJson("GET /api/cycles/announcements/an-1", """
                {"id":"an-1","kind":"REORGANISATION","scope":"TEAM","target":"zuid","effectiveOn":"2027-01-04","done":true,"people":6,"planned":5}""");
    }

    @Test
    void every_page_reads_in_dutch_and_english_without_a_code() {
        for (String language : List.of("nl", "en")) {
            Browser hr = reader("hr-0", language, "HR");
            for (String path : List.of(
                    "/hr/cycles",
                    "/hr/cycles/new",
                    "/hr/cycles/cy-1",
                    "/hr/cycles/cy-1/preview",
                    "/hr/cycles/cy-1/change",
                    "/hr/cycles/cy-1/rhythm?whom=TEAM:zuid",
                    "/hr/cycles/cy-1/trial?whom=TEAM:zuid&every.CHECK_IN=42",
                    "/hr/cycles/cy-1/people",
                    "/hr/cycles/cy-1/people?q=nobody",
                    "/hr/cycles/cy-1/explanation?person=anna",
                    "/hr/cycles/announcements?person=anna",
                    "/hr/cycles/announcements/an-1")) {
                assertThat(Shown.fine(hr.open(path)))
                        .as(path)
                        .doesNotContainIgnoringCase("42")
                        .doesNotContain("182");
            }
        }
    }

    @Test
    void an_organisation_without_a_rhythm_is_shown_how_to_begin() {
        portal.service(Upstream.CONVERSATIONS).onJson("GET /api/cycles", NONE);
        assertThat(Shown.fine(reader("hr-1", "nl", "HR").open("/hr/cycles")))
                .contains("Er is nog geen ritme")
                .contains("Begin een ritme");
    }

    @Test
    void the_form_as_it_is_offered_is_sent_and_leads_to_the_preview() {
        Browser hr = reader("hr-2", "nl", "HR");
        HttpResponse<String> page = hr.open("/hr/cycles/new");
        HttpResponse<String> after = hr.submit(page, "/hr/cycles/new", Shown.form(page, "/hr/cycles/new"));
        assertThat(portal.service(Upstream.CONVERSATIONS)
                        .last("POST", "/api/cycles")
                        .orElseThrow()
                        .body())
                .contains(
                        "\"rhythm\":[{\"type\":\"CHECK_IN\",\"everyDays\":42},{\"type\":\"DEVELOPMENT\",\"everyDays\":182},{\"type\":\"CAREER\",\"everyDays\":730}]")
                .contains("\"leadDays\":14")
                .contains("\"slotMinutes\":60")
                .contains("\"startsOn\":\"20");
        assertThat(after.uri().getPath()).isEqualTo("/hr/cycles/cy-1/preview");
        assertThat(Shown.fine(after)).contains("Je hebt het ritme gestart");
    }

    @Test
    void what_cannot_be_is_told_beside_its_field_and_what_was_chosen_stays() {
        Browser hr = reader("hr-3", "nl", "HR");
        HttpResponse<String> page = hr.open("/hr/cycles/new");
        for (String day : List.of("1-12-2026", "2026-02-30", "")) {
            Map<String, String> fields = new HashMap<>(Shown.form(page, "/hr/cycles/new"));
            fields.putAll(Map.of("startsOn", day, "every.CHECK_IN", "14"));
            portal.service(Upstream.CONVERSATIONS).forget();
            HttpResponse<String> after = hr.submit(page, "/hr/cycles/new", fields);
            assertThat(after.body()).as(day).contains("start-startsOn-error").contains("24-11-2026");
            assertThat(Shown.form(after, "/hr/cycles/new")).as(day).containsEntry("every.CHECK_IN", "14");
            assertThat(portal.service(Upstream.CONVERSATIONS).last("POST", "/api/cycles"))
                    .isEmpty();
        }
    }

    @Test
    void a_preview_says_what_is_left_out_and_why_and_only_then_plans() {
        Browser hr = reader("hr-4", "nl", "HR");
        HttpResponse<String> page = hr.open("/hr/cycles/cy-1/preview");
        assertThat(portal.service(Upstream.CONVERSATIONS)
                        .last("POST", "/api/cycles/cy-1/plan")
                        .orElseThrow()
                        .pathAndQuery())
                .contains("dryRun=true");
        assertThat(Shown.fine(page))
                .contains("163 gesprekken te plannen, 100 met een moment, voor 207 mensen")
                .contains("2: heeft nog geen leidinggevende")
                .contains("2: heeft rond die tijd al een ander gesprek")
                .contains("53: geen moment: de leidinggevende heeft al zoveel gesprekken als passen")
                .contains("1: om een andere reden")
                .contains("Week van 14 dec. 2026")
                .contains("4 uur")
                .contains("maandag 14 december 2026 10:00–11:00");
        assertThat(page.body()).contains("href=\"/hr/cycles/cy-1/preview?after=c%201\"");
        hr.submit(page, "/hr/cycles/cy-1/plan", Shown.form(page, "/hr/cycles/cy-1/plan"));
        FakeHttpService.Asked planned = portal.service(Upstream.CONVERSATIONS)
                .last("POST", "/api/cycles/cy-1/plan")
                .orElseThrow();
        assertThat(planned.pathAndQuery()).doesNotContain("dryRun");
        assertThat(planned.headers()).containsEntry("if-match", "\"7\"");
    }

    @Test
    void a_change_is_tried_on_last_year_before_it_is_in_force() {
        Browser hr = reader("hr-5", "nl", "HR");
        HttpResponse<String> form = hr.open("/hr/cycles/cy-1/rhythm?whom=TEAM:zuid");
        assertThat(Shown.form(form, "/hr/cycles/cy-1/trial"))
                .containsEntry("every.CHECK_IN", "14")
                .containsEntry("every.DEVELOPMENT", "0")
                .containsEntry("whom", "TEAM:zuid");
        HttpResponse<String> trial =
                hr.open("/hr/cycles/cy-1/trial?whom=TEAM:zuid&every.CHECK_IN=28&questions.CHECK_IN=0&from=2027-01-04");
        FakeHttpService.Asked tried = portal.service(Upstream.CONVERSATIONS)
                .last("POST", "/api/cycles/cy-1/policies")
                .orElseThrow();
        assertThat(tried.pathAndQuery()).endsWith("dryRun=true");
        assertThat(tried.body())
                .isEqualTo(
                        "{\"scope\":\"TEAM\",\"target\":\"zuid\",\"rhythm\":[{\"type\":\"CHECK_IN\",\"everyDays\":28}]}");
        assertThat(Shown.fine(trial))
                .contains("Zou erbij komen")
                .contains("maart 2026: 9 gesprekken, ongeveer 9 uur")
                .contains("Bila elke vier weken");
        HttpResponse<String> after =
                hr.submit(trial, "/hr/cycles/cy-1/change", Shown.form(trial, "/hr/cycles/cy-1/change"));
        assertThat(portal.service(Upstream.CONVERSATIONS)
                        .last("POST", "/api/cycles/cy-1/policies")
                        .orElseThrow()
                        .body())
                .isEqualTo(
                        "{\"scope\":\"TEAM\",\"target\":\"zuid\",\"rhythm\":[{\"type\":\"CHECK_IN\",\"everyDays\":28}],\"effectiveFrom\":\"2027-01-04\"}");
        assertThat(after.uri().getPath()).isEqualTo("/hr/cycles/cy-1");
    }

    @Test
    void a_change_that_is_refused_is_back_with_what_was_chosen() {
        portal.service(Upstream.CONVERSATIONS).on("POST /api/cycles/cy-1/policies", exchange -> {
            boolean dry = exchange.getRequestURI().toString().contains("dryRun");
            FakeHttpService.json(
                            dry ? 200 : 409,
                            dry
                                    ? "{\"people\":1,\"types\":[],\"load\":[],\"from\":\"2025-11-30\",\"until\":\"2026-11-29\"}"
                                    : "{\"code\":\"policy-in-past\",\"title\":\"Deze dag is voorbij\"}",
                            "Content-Type",
                            dry ? "application/json" : "application/problem+json")
                    .to(exchange);
        });
        Browser hr = reader("hr-6", "nl", "HR");
        HttpResponse<String> trial = hr.open("/hr/cycles/cy-1/trial?whom=TEAM:zuid&every.CHECK_IN=56&from=2027-01-04");
        HttpResponse<String> after =
                hr.submit(trial, "/hr/cycles/cy-1/change", Shown.form(trial, "/hr/cycles/cy-1/change"));
        assertThat(after.uri().toString()).endsWith("/hr/cycles/cy-1/rhythm?whom=TEAM:zuid");
        assertThat(after.body()).contains("Deze dag is voorbij");
        assertThat(Shown.form(after, "/hr/cycles/cy-1/trial")).containsEntry("every.CHECK_IN", "56");
    }

    @Test
    void stopping_and_days_without_conversations_send_what_they_should() {
        Browser hr = reader("hr-7", "nl", "HR");
        HttpResponse<String> page = hr.open("/hr/cycles/cy-1");
        assertThat(Shown.fine(page))
                .contains("Team zuid")
                .contains("Bila elke twee weken")
                .contains("Geen gesprekken volgens dit ritme")
                .contains("27 jul. 2099");
        assertThat(Shown.text(hr.submit(page, "/hr/cycles/cy-1/stop", Shown.form(page, "/hr/cycles/cy-1/stop"))))
                .contains("Je hebt dit ritme gestopt");
        assertThat(portal.service(Upstream.CONVERSATIONS)
                        .last("POST", "/api/cycles/cy-1/stop")
                        .orElseThrow()
                        .headers())
                .containsEntry("if-match", "\"7\"");
        Map<String, String> days = new HashMap<>(Shown.form(page, "/hr/cycles/cy-1/blackouts"));
        days.putAll(Map.of("from", "2027-07-26", "until", "2027-08-13"));
        hr.submit(page, "/hr/cycles/cy-1/blackouts", days);
        assertThat(portal.service(Upstream.CONVERSATIONS)
                        .last("POST", "/api/cycles/cy-1/blackouts")
                        .orElseThrow()
                        .body())
                .isEqualTo("{\"from\":\"2027-07-26\",\"until\":\"2027-08-13\"}");
        hr.submit(page, "/hr/cycles/cy-1/blackouts/b-1/lift", Shown.form(page, "/hr/cycles/cy-1/blackouts/b-1/lift"));
        assertThat(portal.service(Upstream.CONVERSATIONS).last("DELETE", "/api/cycles/cy-1/blackouts/b-1"))
                .isPresent();
    }

    @Test
    void an_announcement_says_what_it_asked_for() {
        Browser hr = reader("hr-8", "nl", "HR");
        HttpResponse<String> page = hr.open("/hr/cycles/announcements");
        assertThat(page.body()).contains("value=\"TEAM:zuid\"").contains("value=\"JOB_FAMILY:zorg\"");
        Map<String, String> fields = new HashMap<>(Shown.form(page, "/hr/cycles/announcements"));
        fields.putAll(Map.of("whom", "TEAM:zuid", "effectiveOn", "2027-01-04"));
        HttpResponse<String> after = hr.submit(page, "/hr/cycles/announcements", fields);
        assertThat(portal.service(Upstream.CONVERSATIONS)
                        .last("POST", "/api/cycles/announcements")
                        .orElseThrow()
                        .body())
                .isEqualTo(
                        "{\"kind\":\"REORGANISATION\",\"scope\":\"TEAM\",\"target\":\"zuid\",\"effectiveOn\":\"2027-01-04\"}");
        assertThat(Shown.fine(after)).contains("Het gaat om 6 mensen. 5 van hen hebben er een gesprek voor.");
    }

    @Test
    void a_service_that_is_away_is_told_and_a_cycle_that_is_not_the_readers_is_refused_kindly() {
        portal.service(Upstream.CONVERSATIONS)
                .on("GET /api/cycles", FakeHttpService.hangUp())
                .on("POST /api/cycles/cy-1/plan", FakeHttpService.hangUp());
        Browser hr = reader("hr-9", "nl", "HR");
        assertThat(Shown.fine(hr.open("/hr/cycles"))).contains("even niet beschikbaar");
        assertThat(Shown.fine(hr.open("/hr/cycles/cy-1/preview"))).contains("even niet beschikbaar");
        portal.service(Upstream.CONVERSATIONS)
                .on(
                        "GET /api/cycles/cy-1",
                        FakeHttpService.json(
                                403,
                                "{\"code\":\"forbidden\",\"title\":\"Dit is niet voor jou open\"}",
                                "Content-Type",
                                "application/problem+json"));
        assertThat(reader("anna", "nl", "EMPLOYEE").open("/hr/cycles/cy-1").body())
                .contains("Dit is niet voor jou open");
        assertThat(reader("anna", "nl", "EMPLOYEE").open("/hr/cycles/new").uri().getPath())
                .isNotEqualTo("/hr/cycles/new");
    }

    /** A reader of its own in each test: what one left unsent is there again for the same reader. */
    private static Browser reader(String person, String language, String... roles) {
        portal.issuer().letIn(person, roles);
        Browser browser = new Browser(portal.url(), language);
        browser.open("/settings");
        return browser;
    }
}
