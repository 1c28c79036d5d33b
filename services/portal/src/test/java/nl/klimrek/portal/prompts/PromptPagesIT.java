package nl.klimrek.portal.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import nl.klimrek.portal.fixture.Browser;
import nl.klimrek.portal.fixture.FakeHttpService;
import nl.klimrek.portal.fixture.RunningPortal;
import nl.klimrek.portal.gateway.Upstream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person's choices about reminders, and HR's page about them. */
class PromptPagesIT {
    private static RunningPortal portal;

    @BeforeAll
    static void start() {
        portal = new RunningPortal(Map.of());
        portal.directory().list("bram", "Bram", "Hoekstra");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @BeforeEach
    void usual() {
        portal.service(Upstream.REMINDERS)
                .onJson("GET /api/reminders", "{\"items\":[],\"next\":null}")
                .onJson("GET /api/reminders/settings", """
                        {"groups":[{"group":"FEEDBACK","wanted":true,"mail":false,"optional":["Een collega vraagt hoe jij het ziet"],"duties":[]},
                         {"group":"CONVERSATIONS","wanted":true,"mail":true,"optional":["Je gesprek komt eraan"],"duties":["Een uitnodiging voor een gesprek"]}],
                         "from":"13:00:00","until":null,"usualFrom":"09:00:00","usualUntil":"17:00:00","perWeek":5}""")
                .onJson("PUT /api/reminders/settings", "{}")
                .onJson("GET /api/reminders/preview", """
                        {"from":"2027-01-04T08:00:00Z","until":"2027-01-11T08:00:00Z","messages":12,"people":9,"complete":false,
                         "lines":[{"action":"HOLD","subject":"Is jullie gesprek doorgegaan?","sent":10,"held":{"ABSENT":6},"heldByFew":true},
                          {"action":"ARRANGE","subject":"Er staat een gesprek gepland","sent":null,"held":{},"heldByFew":false}]}""")
                .onJson("GET /api/reminders/escalated", """
                        {"items":[{"id":"hold:1","person":"bram","action":"HOLD","since":"2027-01-03T08:00:00Z"}],"next":null}""")
                .onJson("GET /api/reminders/undeliverable", "{\"items\":[],\"next\":null}")
                .onJson("GET /api/reminders/rules", """
                        [{"action":"HOLD","version":1,"kind":"DUTY","group":"CONVERSATIONS","subject":"Is jullie gesprek doorgegaan?","step":"Geef aan dat het er was.","why":"Je krijgt dit omdat.","series":{"every":4,"messages":3,"then":"HR"}},
                         {"action":"PREPARE","version":2,"kind":"HELP","group":"CONVERSATIONS","subject":"Je gesprek komt eraan","step":"Neem een paar minuten.","why":"Je krijgt dit omdat.","series":null}]""");
        portal.service(Upstream.REMINDERS).forget();
    }

    @Test
    void an_address_that_accepts_no_mail_is_shown_to_its_person_and_to_hr() {
        assertThat(reader("anna", "nl", "EMPLOYEE").open("/settings/reminders").body())
                .doesNotContain("kwamen terug");
        portal.service(Upstream.REMINDERS)
                .onJson("GET /api/reminders/settings", """
                        {"groups":[],"from":null,"until":null,"usualFrom":"09:00:00","usualUntil":"17:00:00","perWeek":5,
                         "undeliverableSince":"2027-01-04T08:00:00Z"}""")
                .onJson("GET /api/reminders/undeliverable", """
                        {"items":[{"person":"bram","since":"2027-01-04T08:00:00Z"}],"next":null}""");
        assertThat(reader("anna", "nl", "EMPLOYEE").open("/settings/reminders").body())
                .contains("HR kan je adres verbeteren");
        assertThat(reader("hr", "nl", "HR").open("/hr/reminders").body())
                .contains(
                        "Adressen die geen e-mail aannemen",
                        "Bram Hoekstra",
                        "href=\"/hr/people/bram\"",
                        "4 januari 2027")
                .doesNotContain("??");
    }

    @Test
    void a_person_chooses_by_kind_and_duties_are_named() {
        Browser browser = reader("anna", "nl", "EMPLOYEE");
        assertThat(browser.open("/settings").body()).contains("href=\"/settings/reminders\"");
        HttpResponse<String> page = browser.open("/settings/reminders");
        assertThat(page.body())
                .contains(
                        "Een collega vraagt hoe jij het ziet",
                        "Dit komt altijd per e-mail, omdat een ander erop wacht: Een uitnodiging voor een gesprek",
                        "tussen 09:00 en 17:00",
                        "hoogstens 5 per week",
                        "value=\"13:00\"")
                .doesNotContain("??");
        HttpResponse<String> after = browser.submit(
                page,
                "/settings/reminders",
                Map.of(
                        "_form", "prompts",
                        "_at", "/settings/reminders",
                        "key", "k",
                        "group.FEEDBACK", "NONE",
                        "group.CONVERSATIONS", "INBOX",
                        "from", "10:00",
                        "until", "15:30"));
        assertThat(after.body()).contains("Je keuzes zijn bewaard.");
        assertThat(portal.service(Upstream.REMINDERS)
                        .last("PUT", "/api/reminders/settings")
                        .orElseThrow()
                        .body())
                .contains("\"withoutMail\":[\"CONVERSATIONS\"]", "\"unwanted\":[\"FEEDBACK\"]", "\"from\":\"10:00\"");
    }

    @Test
    void a_time_that_is_none_is_named_at_its_field_and_sends_nothing() {
        Browser browser = reader("carla", "nl", "EMPLOYEE");
        browser.submit(
                browser.open("/settings/reminders"),
                "/settings/reminders",
                Map.of("_form", "prompts", "_at", "/settings/reminders", "key", "k", "from", "25:00", "until", ""));
        assertThat(portal.service(Upstream.REMINDERS).last("PUT", "/api/reminders/settings"))
                .isEmpty();
    }

    @Test
    void hr_reads_the_coming_week_the_silences_and_the_rules() {
        Browser browser = reader("hanna", "nl", "HR");
        assertThat(browser.open("/hr/reminders").body())
                .contains(
                        "12 berichten aan 9 mensen",
                        "Wordt verstuurd: 10",
                        "6 omdat iemand afwezig is, enkele, van minder dan vijf mensen",
                        "Wordt verstuurd: minder dan vijf mensen, of niemand",
                        "niet alles is geteld",
                        "Hoogstens 3 berichten, om de 4 dagen; daarna kijkt HR.",
                        "Helpt iemand zelf; mag uit.",
                        "href=\"/hr/people/bram\"",
                        "Vertel of het gesprek er was")
                .doesNotContain("??");
        assertThat(reader("hanna", "en", "HR").open("/hr/reminders").body())
                .contains("12 messages to 9 people", "At most 3 messages, every 4 days; then HR takes a look.")
                .doesNotContain("??");
    }

    @Test
    void nobody_but_hr_reads_the_overview_and_a_part_that_is_away_says_so() {
        assertThat(reader("anna", "nl", "EMPLOYEE").open("/hr/reminders").body())
                .doesNotContain("12 berichten");
        portal.service(Upstream.REMINDERS).on("GET /api/reminders/preview", FakeHttpService.hangUp());
        assertThat(reader("hanna", "nl", "HR").open("/hr/reminders").body())
                .contains("Hoogstens 3 berichten")
                .doesNotContain("12 berichten", "??");
    }

    private static Browser reader(String person, String language, String... roles) {
        portal.issuer().letIn(person, roles);
        Browser browser = new Browser(portal.url(), language);
        browser.open("/me/looks");
        return browser;
    }
}
