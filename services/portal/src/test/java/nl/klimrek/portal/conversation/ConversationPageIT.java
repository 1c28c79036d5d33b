package nl.klimrek.portal.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import nl.klimrek.portal.fixture.Browser;
import nl.klimrek.portal.fixture.FakeHttpService;
import nl.klimrek.portal.fixture.FakeHttpService.Asked;
import nl.klimrek.portal.fixture.HtmlForms;
import nl.klimrek.portal.fixture.RunningPortal;
import nl.klimrek.portal.gateway.Upstream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One conversation as it is rendered, with what the services answer behind it. */
class ConversationPageIT {
    private static final String AT = "/conversations/c-1";
    private static final String API = "/api/conversations/c-1";
    private static final String NONE = "{\"items\":[],\"next\":null}";
    private static RunningPortal portal;
    private static FakeHttpService conversations;

    @BeforeAll
    static void start() {
        portal = new RunningPortal(Map.of());
        portal.directory().list("anna", "Anna", "de Wit");
        portal.directory().list("bram", "Bram", "Hoekstra");
        portal.directory().list("emre", "Emre", "Kaya");
        conversations = portal.service(Upstream.CONVERSATIONS);
        usual();
        talk("PLANNED", "EMPLOYEE", "");
        Browser browser = reader("anna", "nl");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> browser.open(AT).body().contains("Bram Hoekstra")
                        && browser.open(AT).body().contains("Emre Kaya"));
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
        conversations
                .onJson("GET " + API + "/times", """
                {"with":"bram","windowFrom":"2031-01-06","windowUntil":"2031-01-24","days":[
                 {"day":"2031-01-13","you":"WORKING","other":"WORKING","opens":"2031-01-13T08:00:00Z","closes":"2031-01-13T16:00:00Z"},
                 {"day":"2031-01-14","you":"WORKING","other":"AWAY"},{"day":"2031-01-18","you":"NOT_WORKING","other":"NOT_WORKING"}],
                 "taken":[{"start":"2031-01-13T09:00:00Z","end":"2031-01-13T10:00:00Z","conversation":"c-9","type":"CHECK_IN","with":"emre"},
                 {"start":"2031-01-13T12:00:00Z","end":"2031-01-13T13:00:00Z"}]}""")
                .onJson(
                        "GET " + API + "/notes",
                        "{\"items\":[{\"id\":\"n-1\",\"shared\":false,\"text\":\"Mijn <eigen> notitie\",\"writtenAt\":\"2026-11-20T10:00:00Z\"}],\"next\":null}")
                .onJson("GET " + API + "/feedback", """
                {"items":[{"id":"f-1","colleague":"emre","kind":"FEEDBACK","questions":[{"number":1,"question":"Wat zag je?","answer":"Rust"}]}],"next":null}""")
                .onJson("GET /api/questions/mode", "{}")
                .onJson("GET " + API + "/preparation", """
                {"template":"t","opensOn":"2031-01-06","questions":[{"id":"energy","text":"Wat geeft je energie?","because":"Het hart."}],
                 "factors":[{"yours":{"id":"i-dare","text":"Wat durf jij?"},"mirrored":{"id":"duty-trust","text":"Wat laat je los?"}}],
                 "carriedOver":[{"conversation":"c-0","with":"bram","id":"a-2","text":"Een cursus","owner":"EMPLOYEE","dueDate":"2031-02-01"}],
                 "goals":[{"id":"g","keptPrivate":true,"state":"STALLED","direction":"SIDE","targetDate":"2031-06-30"}]}""");
        portal.service(Upstream.JOURNAL).onJson("GET /api/journal/timeline", NONE);
        portal.service(Upstream.REMINDERS).onJson("GET /api/reminders", NONE);
        conversations.forget();
    }

    @ParameterizedTest
    @CsvSource({"PLANNED", "MISSED", "INVITED", "ACCEPTED", "HELD", "RECORDED", "CONFIRMED", "CLOSED", "CANCELLED"})
    void each_rest_is_a_page_in_both_languages_for_each_of_its_readers_without_a_code(String status) {
        for (String side : new String[] {"EMPLOYEE", "COUNTERPART", null}) {
            for (String language : new String[] {"nl", "en"}) {
                talk(status, side, full());
                HttpResponse<String> page = reader(
                                "COUNTERPART".equals(side) ? "bram" : side == null ? "hella" : "anna", language)
                        .open(AT);
                assertThat(page.statusCode())
                        .as("%s for %s in %s", status, side, language)
                        .isEqualTo(200);
                assertThat(page.body())
                        .as("%s for %s in %s", status, side, language)
                        .doesNotContain("??")
                        .doesNotContain("<script>alert");
                assertThat(HtmlForms.rawCode(page.body()))
                        .as("%s for %s in %s", status, side, language)
                        .isEmpty();
                int primary = page.body().split("utrecht-button--primary-action", -1).length - 1;
                assertThat(primary)
                        .as("%s for %s: one thing to do now", status, side)
                        .isLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void hr_sees_facts_and_is_offered_nothing() {
        talk("ACCEPTED", null, "");
        String body = reader("hella", "nl").open(AT).body();
        assertThat(body)
                .contains("Ontwikkelgesprek van Anna de Wit met Bram Hoekstra")
                .contains("Je ziet alleen waar dit gesprek staat");
        assertThat(body).doesNotContain("action=\"" + AT);
    }

    @Test
    void another_ones_conversation_looks_as_one_that_does_not_exist() {
        conversations.on(
                "GET /api/conversations/c-other",
                FakeHttpService.json(
                        403,
                        "{\"code\":\"forbidden\",\"title\":\"Niet voor jou\"}",
                        "Content-Type",
                        "application/problem+json"));
        for (String path : new String[] {"", "/preparation", "/timeline"}) {
            HttpResponse<String> others = reader("anna", "nl").open("/conversations/c-other" + path);
            HttpResponse<String> unknown = reader("anna", "nl").open("/conversations/c-nobodys" + path);
            assertThat(others.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(404);
            assertThat(others.body()).isEqualTo(unknown.body()).contains("Dit gesprek is hier niet te vinden");
        }
    }

    @Test
    void each_answer_stands_under_its_question_also_those_of_the_other() {
        talk("ACCEPTED", "EMPLOYEE", full());
        assertThat(reader("anna", "nl").open(AT).body())
                .contains("Wat laat je los?")
                .contains("Meer dan vorig jaar")
                .doesNotContain(">duty-trust<");
    }

    @Test
    void it_was_held_when_it_was_held_and_not_when_it_was_planned() {
        talk("HELD", "EMPLOYEE", "\"holding\":{\"heldAt\":\"2026-11-29T14:30:00Z\",\"questions\":[]},");
        assertThat(reader("anna", "nl").open(AT).body()).contains("Gevoerd").contains("zondag 29 november 2026 15:30");
    }

    @Test
    void a_free_half_hour_is_proposed_in_the_readers_own_zone_at_the_version_that_was_seen() {
        talk("PLANNED", "EMPLOYEE", "");
        conversations.onJson("POST " + API + "/invitation", step());
        Browser browser = reader("anna", "nl");
        HttpResponse<String> page = browser.open(AT);
        String form = HtmlForms.form(page, AT + "/invitation");
        assertThat(form)
                .contains("value=\"2031-01-13T09:00\"")
                .doesNotContain("value=\"2031-01-13T10:00\"")
                .doesNotContain("value=\"2031-01-13T13:00\"")
                .contains("10:00–11:00 Bila met Emre Kaya")
                .contains("13:00–14:00 ben je bezet")
                .contains("Bram Hoekstra is afwezig");
        HttpResponse<String> after = browser.submit(
                page,
                AT + "/invitation",
                HtmlForms.filled(page, AT + "/invitation", Map.of("pick", "2031-01-13T11:30", "minutes", "45")));
        assertThat(after.body()).contains("Je hebt een moment voorgesteld. Bram Hoekstra kan het aannemen");
        Asked asked = conversations.last("POST", API + "/invitation").orElseThrow();
        assertThat(asked.body())
                .isEqualTo("{\"slotStart\":\"2031-01-13T10:30:00Z\",\"slotEnd\":\"2031-01-13T11:15:00Z\"}");
        assertThat(asked.headers()).containsEntry("if-match", "\"2\"");
    }

    @ParameterizedTest
    @CsvSource({
        "2031-01-14, 10:00, Bram Hoekstra is die dag afwezig",
        "2031-01-13, 07:30, buiten jullie werktijd van 09:00 tot 17:00",
        "2031-01-13, 10:30, 'Je hebt dan al iets: 10:00–11:00 Bila met Emre Kaya'",
        "2031-03-03, 10:00, buiten de periode",
        "2031-01-13, 11:00, net uit een ander gesprek"
    })
    void a_moment_that_does_not_fit_is_told_first_and_sent_when_it_is_sent_again(
            String day, String time, String warning) {
        talk("PLANNED", "EMPLOYEE", "");
        conversations.onJson("POST " + API + "/invitation", step());
        Browser browser = reader("anna", "nl");
        Map<String, String> typed = Map.of("pick", "", "start.day", day, "start.time", time, "minutes", "60");
        HttpResponse<String> page = browser.open(AT);
        HttpResponse<String> warned =
                browser.submit(page, AT + "/invitation", HtmlForms.filled(page, AT + "/invitation", typed));
        assertThat(warned.body())
                .contains(warning)
                .contains("Stel het toch voor")
                .contains("value=\"" + day + "\"");
        assertThat(conversations.last("POST", API + "/invitation")).isEmpty();
        browser.submit(warned, AT + "/invitation", HtmlForms.filled(warned, AT + "/invitation", typed));
        assertThat(conversations.last("POST", API + "/invitation").orElseThrow().body())
                .contains("\"outside\":true");
    }

    @Test
    void another_moment_than_was_warned_about_is_looked_at_anew_and_no_moment_is_told_beside_the_field() {
        talk("PLANNED", "EMPLOYEE", "");
        Browser browser = reader("anna", "nl");
        HttpResponse<String> page = browser.open(AT);
        HttpResponse<String> warned = browser.submit(
                page,
                AT + "/invitation",
                HtmlForms.filled(
                        page,
                        AT + "/invitation",
                        Map.of("start.day", "2031-03-03", "start.time", "10:00", "minutes", "60")));
        HttpResponse<String> again = browser.submit(
                warned,
                AT + "/invitation",
                HtmlForms.filled(
                        warned,
                        AT + "/invitation",
                        Map.of("start.day", "2031-01-14", "start.time", "10:00", "minutes", "60")));
        assertThat(again.body()).contains("die dag afwezig");
        HttpResponse<String> none = browser.submit(
                again, AT + "/invitation", HtmlForms.filled(again, AT + "/invitation", Map.of("minutes", "60")));
        assertThat(none.body()).contains("Kies een half uur, of vul een dag en een tijd in.");
        assertThat(conversations.last("POST", API + "/invitation")).isEmpty();
    }

    @Test
    void accepting_sends_the_slot_that_was_seen_and_a_clash_is_told_before() {
        talk(
                "INVITED",
                "EMPLOYEE",
                "\"proposedBy\":\"COUNTERPART\",\"slotStart\":\"2031-01-13T09:30:00Z\",\"slotEnd\":\"2031-01-13T10:30:00Z\",");
        conversations.onJson("POST " + API + "/acceptance", step());
        Browser browser = reader("anna", "nl");
        HttpResponse<String> page = browser.open(AT);
        assertThat(page.body()).contains("Je hebt dan al iets: 10:00–11:00 Bila met Emre Kaya");
        assertThat(browser.submit(page, AT + "/acceptance", HtmlForms.filled(page, AT + "/acceptance", Map.of()))
                        .body())
                .contains("Afgesproken. Bram Hoekstra ziet dat je komt.");
        assertThat(conversations.last("POST", API + "/acceptance").orElseThrow().body())
                .isEqualTo("{\"slotStart\":\"2031-01-13T09:30:00Z\",\"slotEnd\":\"2031-01-13T10:30:00Z\"}");
    }

    @Test
    void a_moment_that_is_not_usual_is_agreed_on_when_the_reader_wants_it_too() {
        talk(
                "INVITED",
                "EMPLOYEE",
                "\"proposedBy\":\"COUNTERPART\",\"slotOutside\":[\"WORKING_HOURS\"],\"slotStart\":\"2031-01-13T19:00:00Z\",\"slotEnd\":\"2031-01-13T20:00:00Z\",");
        conversations.onJson("POST " + API + "/acceptance", step());
        Browser browser = reader("anna", "nl");
        HttpResponse<String> page = browser.open(AT);
        assertThat(page.body()).contains("Bram Hoekstra wil het toch; het is afgesproken als jij dat ook wilt.");
        browser.submit(page, AT + "/acceptance", HtmlForms.filled(page, AT + "/acceptance", Map.of()));
        assertThat(conversations.last("POST", API + "/acceptance").orElseThrow().body())
                .contains("\"outside\":true");
    }

    @ParameterizedTest
    @CsvSource({
        "anna, Je veranderde het zelf in een ander venster, PREPARE",
        "bram, Bram Hoekstra veranderde het om, PREPARE"
    })
    void who_changed_it_meanwhile_is_said_truly_and_the_words_are_still_there(String actor, String told) {
        talk("HELD", "EMPLOYEE", "");
        conversations.on(
                "POST " + API + "/report", problem(412, "version-stale", "Iemand heeft dit intussen gewijzigd"));
        portal.service(Upstream.JOURNAL).onJson("GET /api/journal/timeline", """
                {"items":[{"type":"nl.klimrek.conversations.conversation-held.v1","time":"2026-11-29T10:00:00Z","actor":"%s"},
                 {"type":"nl.klimrek.conversations.disclosed.v1","time":"2026-11-29T11:00:00Z","actor":"emre"}],"next":null}""".formatted(actor));
        Browser browser = reader("anna", "nl");
        HttpResponse<String> page = browser.open(AT);
        HttpResponse<String> after = browser.submit(
                page, AT + "/report", HtmlForms.filled(page, AT + "/report", Map.of("text", "Lang & <breed>")));
        assertThat(after.body())
                .contains("Het gesprek is intussen veranderd")
                .contains(told)
                .contains("Lang &amp; &lt;breed&gt;")
                .doesNotContain("Iemand heeft");
    }

    @ParameterizedTest
    @CsvSource({"report, text, HELD, RECORDED", "decline, reason, ACCEPTED, CANCELLED"})
    void what_was_typed_for_a_step_that_another_took_meanwhile_is_still_there(
            String step, String field, String before, String after) {
        talk(before, "EMPLOYEE", full());
        conversations.on("POST " + API + "/" + step, exchange -> {
            talk(after, "EMPLOYEE", full());
            problem(409, "step-not-possible", "Dit kan nu niet").to(exchange);
        });
        Browser browser = reader("anna", "nl");
        HttpResponse<String> page = browser.open(AT);
        assertThat(browser.submit(
                                page,
                                AT + "/" + step,
                                HtmlForms.filled(page, AT + "/" + step, Map.of(field, "Dit wil ik niet kwijt")))
                        .body())
                .contains("Dit kan nu niet")
                .contains("het past nu nergens meer")
                .contains("Dit wil ik niet kwijt");
    }

    @Test
    void a_preparation_is_saved_by_question_and_comes_back_with_its_key_after_no_answer() {
        talk("ACCEPTED", "EMPLOYEE", "");
        conversations.on("POST " + API + "/preparation", FakeHttpService.hangUp());
        Browser browser = reader("anna", "nl");
        HttpResponse<String> page = browser.open(AT + "/preparation");
        assertThat(page.body())
                .contains("Wat geeft je energie?")
                .contains("Het hart.")
                .contains("Aan Bram Hoekstra wordt gevraagd: Wat laat je los?")
                .contains("Opzij: Zit vast")
                .doesNotContain("??");
        Map<String, String> typed =
                HtmlForms.filled(page, AT + "/preparation", Map.of("answer.energy", "Mensen <helpen>"));
        HttpResponse<String> after = browser.submit(page, AT + "/preparation", typed);
        assertThat(after.body())
                .contains("even niet beschikbaar")
                .contains("Mensen &lt;helpen&gt;")
                .contains(typed.get("key"));
        conversations.onJson("POST " + API + "/preparation", step());
        assertThat(browser.submit(
                                after,
                                AT + "/preparation",
                                HtmlForms.filled(
                                        after, AT + "/preparation", Map.of("answer.energy", "Mensen <helpen>")))
                        .body())
                .contains("Je voorbereiding is bewaard");
        assertThat(conversations
                        .last("POST", API + "/preparation")
                        .orElseThrow()
                        .body())
                .isEqualTo("{\"answers\":[{\"question\":\"energy\",\"text\":\"Mensen <helpen>\"}]}");
    }

    @Test
    void another_question_keeps_what_was_answered_so_far() {
        talk("ACCEPTED", "EMPLOYEE", "");
        conversations
                .onJson("POST " + API + "/preparation", step())
                .onJson("POST " + API + "/questions/energy/swap", step());
        Browser browser = reader("anna", "nl");
        HttpResponse<String> page = browser.open(AT + "/preparation");
        browser.submit(
                page,
                AT + "/questions/energy/swap",
                HtmlForms.filled(page, AT + "/preparation", Map.of("answer.i-dare", "Leiden")));
        assertThat(conversations
                        .last("POST", API + "/preparation")
                        .orElseThrow()
                        .body())
                .contains("i-dare")
                .contains("Leiden");
        assertThat(conversations
                        .last("POST", API + "/questions/energy/swap")
                        .orElseThrow()
                        .headers())
                .doesNotContainKey("if-match");
    }

    @Test
    void words_for_a_question_that_is_gone_or_for_a_conversation_that_was_held_are_still_there() {
        talk("ACCEPTED", "EMPLOYEE", "");
        conversations.on("POST " + API + "/preparation", exchange -> {
            talk("HELD", "EMPLOYEE", "");
            problem(409, "step-not-possible", "Dit kan nu niet").to(exchange);
        });
        Browser browser = reader("anna", "nl");
        HttpResponse<String> page = browser.open(AT + "/preparation");
        HttpResponse<String> late = browser.submit(
                page,
                AT + "/preparation",
                HtmlForms.filled(page, AT + "/preparation", Map.of("answer.energy", "Veel te laat")));
        assertThat(late.body()).contains("Voorbereiden kan niet meer").contains("Veel te laat");
        talk("ACCEPTED", "EMPLOYEE", "");
        conversations.on("POST " + API + "/preparation", problem(409, "x", "Dit kan nu niet"));
        page = browser.open(AT + "/preparation");
        assertThat(browser.submit(
                                page,
                                AT + "/preparation",
                                HtmlForms.filled(
                                        page, AT + "/preparation", Map.of("answer.swapped", "Antwoord op iets anders")))
                        .body())
                .contains("Antwoord op iets anders");
    }

    @ParameterizedTest
    @CsvSource({"anna, EMPLOYEE", "bram, COUNTERPART"})
    void either_side_keeps_or_drops_what_was_carried_over_without_claiming_a_version_of_it(String person, String side) {
        talk("ACCEPTED", side, full());
        String over = API + "/carried-over/c-0/agreements/a-2/";
        conversations
                .onJson("POST " + over + "keeping", step())
                .on("POST " + over + "dropping", problem(409, "agreement-settled", "Was al afgerond"));
        Browser browser = reader(person, "nl");
        HttpResponse<String> page = browser.open(AT);
        String path = AT + "/agreements/c-0/a-2/";
        assertThat(browser.submit(page, path + "keeping", HtmlForms.filled(page, path + "keeping", Map.of()))
                        .body())
                .contains("de afspraak is nagekomen");
        assertThat(conversations.last("POST", over + "keeping").orElseThrow().headers())
                .doesNotContainKey("if-match");
        HttpResponse<String> refused = browser.submit(
                page,
                path + "dropping",
                HtmlForms.filled(page, path + "dropping", Map.of("reason", "</textarea><script>1</script>")));
        assertThat(HtmlForms.form(refused, path + "dropping")).contains("&lt;/textarea&gt;&lt;script&gt;");
        assertThat(refused.body()).contains("Was al afgerond");
    }

    @Test
    void an_agreement_of_this_conversation_is_settled_at_the_version_that_was_seen_and_owners_have_names() {
        talk("CONFIRMED", "EMPLOYEE", full());
        conversations.onJson("POST " + API + "/agreements/a-1/keeping", step());
        Browser browser = reader("anna", "nl");
        HttpResponse<String> page = browser.open(AT);
        assertThat(page.body())
                .contains("Wie: Bram Hoekstra")
                .doesNotContain("De medewerker")
                .contains("uiterlijk 1 mrt. 2031");
        browser.submit(
                page,
                AT + "/agreements/c-1/a-1/keeping",
                HtmlForms.filled(page, AT + "/agreements/c-1/a-1/keeping", Map.of()));
        assertThat(conversations
                        .last("POST", API + "/agreements/a-1/keeping")
                        .orElseThrow()
                        .headers())
                .containsEntry("if-match", "\"2\"");
    }

    @Test
    void one_whose_words_were_not_handed_over_says_with_whom_it_was_made() {
        talk(
                "ACCEPTED",
                "COUNTERPART",
                "\"carriedOver\":[{\"conversation\":\"c-0\",\"with\":\"emre\",\"id\":\"a-3\",\"owner\":\"SHARED\",\"dueDate\":\"2031-03-01\"}],");
        assertThat(reader("bram", "nl").open(AT).body()).contains("Een afspraak met Emre Kaya");
    }

    @Test
    void closing_without_an_agreement_asks_why_only_where_there_is_none() {
        talk("CONFIRMED", "EMPLOYEE", full());
        assertThat(reader("anna", "nl").open(AT).body())
                .contains("Rond het gesprek af")
                .doesNotContain("Waarom is er geen afspraak nodig?");
        talk("CONFIRMED", "EMPLOYEE", "");
        conversations.onJson("POST " + API + "/closing", step());
        Browser browser = reader("anna", "nl");
        HttpResponse<String> page = browser.open(AT);
        browser.submit(
                page,
                AT + "/closing",
                HtmlForms.filled(page, AT + "/closing", Map.of("reason", "We lopen samen verder")));
        assertThat(conversations.last("POST", API + "/closing").orElseThrow().body())
                .isEqualTo("{\"noActionReason\":\"We lopen samen verder\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "PLANNED, points, agenda, text, '{\"text\":\"Woorden\"}'",
        "PLANNED, notes, notes, text, '{\"text\":\"Woorden\",\"shared\":false}'",
        "RECORDED, statement, statement, text, '{\"text\":\"Woorden\"}'",
        "RECORDED, correction, report/correction, text, '{\"text\":\"Woorden\"}'",
        "PLANNED, cancellation, cancellation, reason, '{\"reason\":\"Woorden\"}'",
        "ACCEPTED, decline, decline, reason, '{\"reason\":\"Woorden\"}'",
        "HELD, holding/correction, holding/correction, horizon, '{\"horizon\":\"Woorden\"}'"
    })
    void each_form_sends_its_command(String status, String form, String command, String field, String body) {
        talk(status, "EMPLOYEE", full());
        conversations.onJson("POST " + API + "/" + command, step());
        Browser browser = reader("anna", "nl");
        HttpResponse<String> page = browser.open(AT);
        HttpResponse<String> after = browser.submit(
                page, AT + "/" + form, HtmlForms.filled(page, AT + "/" + form, Map.of(field, "Woorden")));
        assertThat(after.body()).contains("utrecht-alert--ok").doesNotContain("??");
        assertThat(conversations.last("POST", API + "/" + command).orElseThrow().body())
                .isEqualTo(body);
    }

    @Test
    void holding_takes_the_moment_it_was_held_and_what_it_was_about() {
        talk("ACCEPTED", "EMPLOYEE", full());
        conversations.onJson("POST " + API + "/holding", step());
        Browser browser = reader("anna", "nl");
        HttpResponse<String> page = browser.open(AT);
        browser.submit(
                page,
                AT + "/holding",
                HtmlForms.filled(
                        page,
                        AT + "/holding",
                        Map.of("held.day", "2026-11-28", "held.time", "09:15", "question", "energy")));
        assertThat(conversations.last("POST", API + "/holding").orElseThrow().body())
                .isEqualTo("{\"heldAt\":\"2026-11-28T08:15:00Z\",\"questions\":[\"energy\"]}");
    }

    @Test
    void a_part_that_is_away_says_so_and_the_rest_of_the_page_stands() {
        talk("PLANNED", "EMPLOYEE", "");
        conversations.on("GET " + API + "/notes", FakeHttpService.hangUp());
        assertThat(reader("anna", "nl").open(AT).body())
                .contains("even niet beschikbaar")
                .contains("Kies een moment");
    }

    /** The conversation as the service answers it from now on. */
    private static void talk(String status, String you, String more) {
        boolean slot = !more.contains("slotStart") && !status.equals("PLANNED") && !status.equals("MISSED");
        conversations.on(
                "GET " + API,
                FakeHttpService.json(
                        200,
                        "{\"id\":\"c-1\",\"type\":\"DEVELOPMENT\",\"status\":\"" + status + "\",\"reason\":\"CADENCE\","
                                + "\"employee\":\"anna\",\"counterpart\":\"bram\",\"relation\":\"LINE\","
                                + (you == null ? "" : "\"you\":\"" + you + "\",")
                                + (slot
                                        ? "\"slotStart\":\"2031-01-13T12:00:00Z\",\"slotEnd\":\"2031-01-13T13:00:00Z\",\"proposedBy\":\"COUNTERPART\","
                                        : "")
                                + (status.equals("CANCELLED") ? "\"cancelled\":\"NO_LONGER_NEEDED\"," : "") + more
                                + "\"windowFrom\":\"2031-01-06\",\"windowUntil\":\"2031-01-24\"}",
                        "ETag",
                        "\"2\""));
    }

    private static String full() {
        return """
                "reportVersion":1,"points":[{"id":"p-1","by":"EMPLOYEE","text":"<script>alert(1)</script>"}],"notes":[{"id":"n-2","by":"COUNTERPART","text":"Samen"}],
                "questions":[{"id":"energy","text":"Wat geeft je energie?"}],"mine":{"shared":false,"answers":[{"question":"energy","asked":"Wat geeft je energie?","text":"Licht"}]},
                "theirs":{"shared":true,"answers":[{"question":"duty-trust","asked":"Wat laat je los?","text":"Meer dan vorig jaar"}]},
                "holding":{"heldAt":"2026-11-29T14:30:00Z","questions":["energy"],"approach":"AMPLITIVE","horizon":"NOW"},
                "reports":[{"version":1,"by":"COUNTERPART","text":"Het verslag","confirmedBy":["COUNTERPART"],"statements":[{"by":"EMPLOYEE","text":"Anders"}]}],
                "agreements":[{"id":"a-1","text":"Ruimte maken","owner":"MANAGER","dueDate":"2031-03-01","state":"OPEN"}],
                "carriedOver":[{"conversation":"c-0","with":"bram","id":"a-2","text":"Een cursus","owner":"EMPLOYEE","dueDate":"2031-02-01"}],""";
    }

    private static String step() {
        return "{\"id\":\"c-1\",\"employee\":\"anna\",\"counterpart\":\"bram\"}";
    }

    private static FakeHttpService.Answer problem(int status, String code, String title) {
        return FakeHttpService.json(
                status,
                "{\"code\":\"" + code + "\",\"title\":\"" + title + "\"}",
                "Content-Type",
                "application/problem+json");
    }

    private static Browser reader(String person, String language) {
        portal.issuer().letIn(person, "hella".equals(person) ? "HR" : "EMPLOYEE");
        Browser browser = new Browser(portal.url(), language);
        browser.open("/settings");
        return browser;
    }
}
