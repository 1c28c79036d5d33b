package nl.klimrek.portal.teamdialogue;

import static nl.klimrek.portal.fixture.ReadablePage.form;
import static nl.klimrek.portal.fixture.ReadablePage.readable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import nl.klimrek.portal.fixture.Browser;
import nl.klimrek.portal.fixture.FakeHttpService;
import nl.klimrek.portal.fixture.FakeHttpService.Asked;
import nl.klimrek.portal.fixture.RunningPortal;
import nl.klimrek.portal.gateway.Upstream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rooms for the team dialogue, hand-overs and coaches. */
class TeamDialoguePagesIT {
    private static final String NONE = "{\"items\":[],\"next\":null}";
    private static final String DIALOGUE = "/api/conversations/team-dialogues/d-1";
    private static final String HANDOVER = "/api/conversations/handovers/h-1";
    private static final FakeHttpService.Answer AWAY = FakeHttpService.json(
            503,
            "{\"code\":\"store-away\",\"title\":\"Even niet bereikbaar\"}",
            "Content-Type",
            "application/problem+json");
    private static RunningPortal portal;

    @BeforeAll
    static void start() {
        portal = new RunningPortal(Map.of());
        portal.directory().list("anna", "Anna", "de Wit");
        portal.directory().list("bram", "Bram", "Hoekstra");
        portal.directory().list("diane", "Diane", "Verbeek");
        portal.service(Upstream.REMINDERS).onJson("GET /api/reminders", NONE);
        full("INVITED", true);
        Browser anna = reader("anna", "nl", "EMPLOYEE");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> anna.open("/conversations/handovers/h-1").body().contains("Diane Verbeek"));
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @BeforeEach
    void everythingAnswers() {
        full("INVITED", true);
        portal.service(Upstream.CONVERSATIONS).forget();
    }

    private static void full(String status, boolean lead) {
        portal.service(Upstream.PEOPLE)
                .onJson(
                        "GET /api/people/bram/reports",
                        "{\"items\":[{\"person\":\"anna\",\"team\":\"zuid\",\"teamName\":\"Zuid\"}],\"next\":null}");
        String dialogue = """
                {"id":"d-1","team":"zuid","facilitator":"bram","status":"%s","windowFrom":"2026-01-01","windowUntil":"2026-02-01",
                 "slotStart":"2026-01-15T09:00:00Z","slotEnd":"2026-01-15T10:00:00Z","youLead":%s""".formatted(status, lead);
        portal.service(Upstream.CONVERSATIONS)
                .onJson("GET /api/conversations/team-dialogues", "{\"items\":[" + dialogue + "}],\"next\":null}")
                .on("GET " + DIALOGUE, FakeHttpService.json(200, dialogue + """
                ,"questions":[{"id":"q","text":"Wat houden we vast?"}],"goals":[{"id":"g-1","text":"Minder <papier>","contributions":{"anna":"Ik begin"}}],
                 "agreements":[{"id":"a-1","text":"Elke maandag","owner":"anna","dueDate":"2026-03-01","state":"OPEN"},
                  {"id":"a-2","text":"Elke dag","dueDate":"2026-03-01","state":"KEPT"}]}""", "ETag", "\"4\""))
                .on("POST /api/conversations/team-dialogues", FakeHttpService.json(201, "{\"id\":\"d-1\"}"))
                .onJson("GET /api/conversations/feedback/colleagues", "{\"invite\":2,\"most\":5,\"team\":[\"cas\"]}")
                .onJson("GET /api/conversations/handovers", """
                {"items":[{"id":"h-1","employee":"anna","counterpart":"bram","former":"diane","effectiveOn":"2026-11-01","status":"OPEN"}],"next":null}""")
                .on("GET " + HANDOVER, FakeHttpService.json(200, handover("OPEN"), "ETag", "\"3\""))
                .onJson("POST " + HANDOVER + "/approval", "{}")
                .onJson("POST " + HANDOVER + "/withholding", "{}")
                .onJson("GET /api/conversations", """
                {"items":[{"conversation":"c-1","type":"CAREER","status":"INVITED","side":"COUNTERPART","employee":"anna","asked":"ANSWER",
                 "windowFrom":"2026-01-01","windowUntil":"2026-02-01","slotStart":"2026-01-15T09:00:00Z","slotEnd":"2026-01-15T10:00:00Z"},
                 {"conversation":"c-2","type":"CAREER","status":"CLOSED","side":"COUNTERPART","employee":"anna","asked":"NOTHING","windowFrom":"2026-01-01","windowUntil":"2026-02-01"},
                 {"conversation":"c-own","type":"CHECK_IN","status":"PLANNED","side":"EMPLOYEE","employee":"coco","asked":"FIND_A_TIME","windowFrom":"2026-01-01","windowUntil":"2026-02-01"}],"next":null}""");
        for (String step : new String[] {
            "invitation",
            "goals",
            "goals/g-1/contributions",
            "holding",
            "agreements",
            "agreements/a-1/keeping",
            "agreements/a-1/dropping",
            "closing",
            "cancellation"
        }) {
            portal.service(Upstream.CONVERSATIONS).onJson("POST " + DIALOGUE + "/" + step, "{}");
        }
    }

    private static String handover(String status) {
        return """
                {"id":"h-1","employee":"anna","counterpart":"bram","former":"diane","effectiveOn":"2026-11-01","status":"%s","received":false,
                 "agreements":[{"conversation":"c-9","id":"a-1","owner":"EMPLOYEE","dueDate":"2026-12-15","text":"Twee dagen meelopen"},
                  {"conversation":"c-9","id":"a-2","owner":"SHARED","dueDate":"2026-12-15"}],
                 "conversations":[{"conversation":"c-10","type":"CHECK_IN","windowFrom":"2026-12-01","windowUntil":"2026-12-20"}]}""".formatted(status);
    }

    @ParameterizedTest
    @CsvSource({
        "nl,PLANNED",
        "nl,INVITED",
        "nl,HELD",
        "nl,CLOSED",
        "nl,CANCELLED",
        "en,PLANNED",
        "en,INVITED",
        "en,HELD",
        "en,CLOSED",
        "en,CANCELLED"
    })
    void a_dialogue_is_readable_in_every_state_for_who_leads_and_for_who_takes_part(String language, String status) {
        full(status, true);
        readable(reader("bram", language, "EMPLOYEE", "MANAGER").open("/team/dialogues/d-1"));
        full(status, false);
        String page = readable(reader("anna", language, "EMPLOYEE").open("/conversations/team/d-1"));
        for (String step : new String[] {"invitation", "holding", "closing", "cancellation"}) {
            assertThat(page).doesNotContain("/conversations/team/d-1/" + step);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void every_other_page_is_readable_full_empty_and_away(String language) {
        Browser bram = reader("bram", language, "EMPLOYEE", "MANAGER");
        Browser anna = reader("anna", language, "EMPLOYEE");
        Browser coach = reader("coco", language, "COACH");
        for (int round = 0; round < 3; round++) {
            readable(bram.open("/team/dialogues"));
            readable(bram.open("/team/handovers"));
            readable(anna.open("/conversations/team"));
            readable(anna.open("/conversations/handovers"));
            readable(coach.open("/coach"));
            readable(anna.open("/coach"));
            for (String list : new String[] {
                "/api/conversations", "/api/conversations/handovers", "/api/conversations/team-dialogues"
            }) {
                portal.service(Upstream.CONVERSATIONS)
                        .on("GET " + list, round == 0 ? FakeHttpService.json(200, NONE) : AWAY);
            }
        }
    }

    @Test
    void the_leader_starts_and_invites() {
        Browser bram = reader("bram", "nl", "EMPLOYEE", "MANAGER");
        HttpResponse<String> list = bram.open("/team/dialogues");
        bram.submit(
                list,
                "/team/dialogues",
                with(form(list, "/team/dialogues"), "team", "zuid", "windowUntil", "2027-01-31"));
        assertThat(last("/api/conversations/team-dialogues").body())
                .isEqualTo("{\"team\":\"zuid\",\"windowUntil\":\"2027-01-31\"}");

        full("PLANNED", true);
        HttpResponse<String> page = bram.open("/team/dialogues/d-1");
        String path = "/team/dialogues/d-1/invitation";
        HttpResponse<String> wrong = bram.submit(
                page, path, with(form(page, path), "slot.day", "2027-01-15", "slot.time", "", "minutes", "90"));
        assertThat(readable(wrong)).contains("utrecht-form-field--invalid").contains("value=\"2027-01-15\"");
        bram.submit(
                wrong, path, with(form(wrong, path), "slot.day", "2027-01-15", "slot.time", "10:00", "minutes", "90"));
        assertThat(last(DIALOGUE + "/invitation").body())
                .isEqualTo("{\"slotStart\":\"2027-01-15T09:00:00Z\",\"slotEnd\":\"2027-01-15T10:30:00Z\"}");
        assertThat(last(DIALOGUE + "/invitation").headers()).containsEntry("if-match", "\"4\"");
    }

    @Test
    void a_dialogue_is_held_at_the_moment_of_its_slot_unless_told_otherwise_and_closed() {
        Browser bram = reader("bram", "nl", "EMPLOYEE", "MANAGER");
        HttpResponse<String> page = bram.open("/team/dialogues/d-1");
        assertThat(readable(page)).contains("value=\"2026-01-15\"").contains("value=\"10:00\"");
        String path = "/team/dialogues/d-1/holding";
        bram.submit(page, path, with(form(page, path), "present", "6", "held.day", "2026-01-15", "held.time", "10:00"));
        assertThat(last(DIALOGUE + "/holding").body()).isEqualTo("{\"present\":6,\"heldAt\":\"2026-01-15T09:00:00Z\"}");
        full("HELD", true);
        HttpResponse<String> held = bram.open("/team/dialogues/d-1");
        bram.submit(held, "/team/dialogues/d-1/closing", form(held, "/team/dialogues/d-1/closing"));
        assertThat(last(DIALOGUE + "/closing").body()).isEqualTo("{}");
        bram.submit(
                held,
                "/team/dialogues/d-1/agreements/a-1/dropping",
                form(held, "/team/dialogues/d-1/agreements/a-1/dropping"));
        assertThat(last(DIALOGUE + "/agreements/a-1/dropping").body()).isEmpty();
    }

    @Test
    void a_member_says_how_they_help_and_makes_agreements() {
        full("HELD", false);
        Browser anna = reader("anna", "nl", "EMPLOYEE");
        HttpResponse<String> page = anna.open("/conversations/team/d-1");
        assertThat(readable(page))
                .contains("Minder &lt;papier&gt;")
                .contains(">Ik begin</textarea>")
                .contains("Jij, uiterlijk 1 mrt. 2026");
        String base = "/conversations/team/d-1";
        HttpResponse<String> after = anna.submit(
                page,
                base + "/goals/g-1/contributions",
                with(form(page, base + "/goals/g-1/contributions"), "text", "Ik vertel erover"));
        assertThat(after.uri().getPath()).isEqualTo(base);
        assertThat(last(DIALOGUE + "/goals/g-1/contributions").body()).isEqualTo("{\"text\":\"Ik vertel erover\"}");
        anna.submit(page, base + "/goals", with(form(page, base + "/goals"), "text", "Een goede start"));
        assertThat(last(DIALOGUE + "/goals").body()).isEqualTo("{\"text\":\"Een goede start\"}");
        anna.submit(
                page,
                base + "/agreements",
                with(
                        form(page, base + "/agreements"),
                        "text",
                        "Samen lunchen",
                        "owner",
                        "cas",
                        "dueDate",
                        "2027-02-01"));
        assertThat(last(DIALOGUE + "/agreements").body())
                .isEqualTo("{\"text\":\"Samen lunchen\",\"dueDate\":\"2027-02-01\",\"owner\":\"cas\"}");
        anna.submit(page, base + "/agreements/a-1/keeping", form(page, base + "/agreements/a-1/keeping"));
        assertThat(last(DIALOGUE + "/agreements/a-1/keeping").body()).isEmpty();
    }

    @Test
    void the_employee_decides_what_a_new_manager_reads() {
        Browser anna = reader("anna", "nl", "EMPLOYEE");
        HttpResponse<String> page = anna.open("/conversations/handovers/h-1");
        assertThat(readable(page))
                .contains("Twee dagen meelopen")
                .contains("Diane Verbeek")
                .contains("Jij, uiterlijk 15 dec. 2026");
        String path = "/conversations/handovers/h-1/approval";
        anna.submit(page, path, with(form(page, path), "agreements", "a-1", "statement", "Ik werk graag zelfstandig"));
        Asked asked = last(HANDOVER + "/approval");
        assertThat(asked.body()).isEqualTo("{\"agreements\":[\"a-1\"],\"statement\":\"Ik werk graag zelfstandig\"}");
        assertThat(asked.headers()).containsEntry("if-match", "\"3\"");
        String withhold = "/conversations/handovers/h-1/withholding";
        anna.submit(page, withhold, form(page, withhold));
        assertThat(last(HANDOVER + "/withholding").body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"nl,OPEN", "nl,APPROVED", "nl,WITHHELD", "en,OPEN", "en,APPROVED", "en,WITHHELD"})
    void a_handover_is_readable_in_every_state_and_the_new_manager_decides_nothing(String language, String status) {
        portal.service(Upstream.CONVERSATIONS).onJson("GET " + HANDOVER, handover(status));
        readable(reader("anna", language, "EMPLOYEE").open("/conversations/handovers/h-1"));
        assertThat(readable(reader("bram", language, "EMPLOYEE", "MANAGER").open("/team/handovers/h-1")))
                .doesNotContain("/approval")
                .doesNotContain("/withholding");
    }

    @Test
    void a_coach_sees_what_is_asked_and_not_their_own_conversations_as_an_employee() {
        assertThat(readable(reader("coco", "nl", "COACH", "EMPLOYEE").open("/coach")))
                .contains("Loopbaangesprek met Anna de Wit")
                .contains("Antwoord op de uitnodiging")
                .contains("href=\"/conversations/c-1\"")
                .contains("afgerond (1)")
                .doesNotContain("c-own");
        assertThat(readable(reader("anna", "nl", "EMPLOYEE").open("/coach")))
                .doesNotContain("c-1")
                .contains("Deze pagina is voor coaches.");
    }

    private static Map<String, String> with(Map<String, String> fields, String... more) {
        Map<String, String> all = new HashMap<>(fields);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    private static Asked last(String path) {
        return portal.service(Upstream.CONVERSATIONS).last("POST", path).orElseThrow();
    }

    private static Browser reader(String person, String language, String... roles) {
        portal.issuer().letIn(person, roles);
        Browser browser = new Browser(portal.url(), language);
        browser.open("/coach");
        return browser;
    }
}
