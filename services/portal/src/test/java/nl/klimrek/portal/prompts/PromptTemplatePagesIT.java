package nl.klimrek.portal.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import nl.klimrek.portal.fixture.Browser;
import nl.klimrek.portal.fixture.FakeHttpService;
import nl.klimrek.portal.fixture.RunningPortal;
import nl.klimrek.portal.gateway.Upstream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** HR's page of own words: what was found stands beside each text, nothing typed is lost, and others do not see it. */
class PromptTemplatePagesIT {
    private static final String PAGE = "/hr/reminders/texts/hold";
    private static final String PATH = "/api/reminders/templates/hold";
    private static final String BUILT_IN = """
            {"dutch":{"subject":"Is jullie gesprek doorgegaan?","steps":["Geef aan dat het er was.","Spraken jullie?"],"why":"Je krijgt dit omdat."},
             "english":{"subject":"Did it take place?","steps":["Note that it did.","Did you talk?"],"why":"You get this because."}}""";
    private static final String OWN = BUILT_IN.replace("Is jullie gesprek", "Ging jullie gesprek");
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
    void usual() {
        portal.service(Upstream.REMINDERS)
                .onJson("GET /api/reminders", "{\"items\":[],\"next\":null}")
                .onJson("GET " + PATH, template("[]", "[]"))
                .onJson("PUT " + PATH, template("[1]", "[]"))
                .onJson("DELETE " + PATH, template("[]", "[]"))
                .onJson("POST " + PATH + "/comparison", template("[0,1]", "[]"))
                .onJson("POST " + PATH + "/choice", template("[1]", "[]"))
                .onJson("GET " + PATH + "/outcomes", """
                        {"complete":true,"texts":[
                         {"ownVersion":0,"templateVersion":4,"ruleVersion":1,"people":12,"acted":60,"ignored":20,"snoozed":5},
                         {"ownVersion":1,"templateVersion":1,"ruleVersion":1,"people":null,"acted":null,"ignored":null,"snoozed":null}]}""")
                .onJson("POST " + PATH + "/check", """
                        {"findings":[{"error":false,"part":"dutch.steps[0]","text":"“indien” is moeilijk."}],
                         "dutch":{"subject":"Met Sam","steps":["Kies."],"why":"Omdat."},
                         "english":{"subject":"With Sam","steps":["Choose."],"why":"Because."}}""");
        portal.service(Upstream.REMINDERS).forget();
    }

    @Test
    void hr_sees_the_words_what_is_found_in_them_and_how_they_read() {
        assertThat(hr("hanna").open(PAGE).body())
                .contains(
                        "De woorden van Klimrek zijn in gebruik.",
                        "Geef aan dat het er was.",
                        "Dit kan eenvoudiger.",
                        "Nederlands, De ene stap: “indien” is moeilijk.",
                        "Met Sam",
                        "De stap in bericht 2",
                        "Het is goed zo",
                        "12 mensen; 60% deed het, op 20% volgde niets, 5% stelde het uit.",
                        "minder dan vijf mensen.",
                        "{with}")
                .doesNotContain("??", "Terug naar de woorden van Klimrek");
    }

    @Test
    void own_words_are_saved_in_both_languages_with_the_confirmation() {
        Browser browser = hr("hanna");
        HttpResponse<String> after = browser.submit(browser.open(PAGE), PAGE, words("confirmed", "true"));
        assertThat(after.body()).contains("Je woorden zijn vanaf nu in gebruik.");
        assertThat(portal.service(Upstream.REMINDERS)
                        .last("PUT", PATH)
                        .orElseThrow()
                        .body())
                .contains(
                        "\"subject\":\"Ging het door?\"",
                        "\"steps\":[\"Kies samen.\",\"Of niet?\"]",
                        "\"english\":{",
                        "\"confirmed\":true");
    }

    @Test
    void refused_words_come_back_with_the_explanation_beside_them() {
        portal.service(Upstream.REMINDERS)
                .on(
                        "PUT " + PATH,
                        FakeHttpService.json(
                                400,
                                "{\"code\":\"template-refused\",\"title\":\"Deze woorden kunnen niet\",\"detail\":\"Er is niets veranderd.\","
                                        + "\"errors\":[{\"field\":\"dutch.subject\",\"code\":\"threat\",\"message\":\"Dat klinkt als een dreigement.\"}]}"));
        Browser browser = hr("helga");
        assertThat(browser.submit(browser.open(PAGE), PAGE, words()).body())
                .contains("Deze woorden kunnen niet", "Dat klinkt als een dreigement.", "Ging het door?");
    }

    @Test
    void a_look_checks_what_stands_in_the_form_and_saves_nothing() {
        Browser browser = hr("hugo");
        HttpResponse<String> after = browser.submit(browser.open(PAGE), "/drafts/look", words());
        assertThat(after.body()).contains("Ging het door?");
        assertThat(portal.service(Upstream.REMINDERS)
                        .last("POST", PATH + "/check")
                        .orElseThrow()
                        .body())
                .contains("\"subject\":\"Ging het door?\"");
        assertThat(portal.service(Upstream.REMINDERS).last("PUT", PATH)).isEmpty();
    }

    @Test
    void while_two_texts_are_compared_hr_keeps_one_of_them() {
        portal.service(Upstream.REMINDERS)
                .onJson(
                        "GET " + PATH,
                        template(
                                "[0,1]",
                                "[{\"number\":1,\"savedAt\":\"2027-01-04T08:00:00Z\",\"words\":" + OWN + "}]"));
        Browser browser = hr("hedda");
        HttpResponse<String> page = browser.open(PAGE);
        assertThat(page.body())
                .contains("Welke van de twee?", "Ging jullie gesprek doorgegaan?", "Versie 1", "De woorden van Klimrek")
                .doesNotContain("Vergelijk met de woorden", "??");
        browser.submit(page, PAGE + "/choice", Map.of("_form", "choice-1", "_at", PAGE, "key", "k", "version", "1"));
        assertThat(portal.service(Upstream.REMINDERS)
                        .last("POST", PATH + "/choice")
                        .orElseThrow()
                        .body())
                .isEqualTo("{\"version\":1}");
        assertThat(browser.submit(
                                browser.open(PAGE), PAGE + "/reset", Map.of("_form", "reset", "_at", PAGE, "key", "k"))
                        .body())
                .contains("De woorden van Klimrek zijn weer in gebruik.");
    }

    @Test
    void nobody_but_hr_sees_the_page() {
        portal.issuer().letIn("anna", "EMPLOYEE");
        Browser browser = new Browser(portal.url(), "nl");
        browser.open("/me/looks");
        assertThat(browser.open(PAGE).body()).doesNotContain("Schrijf eigen woorden");
        assertThat(portal.service(Upstream.REMINDERS).last("GET", PATH)).isEmpty();
    }

    private static Map<String, String> words(String... more) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "_form",
                "template",
                "_at",
                PAGE,
                "key",
                "k",
                "dutch.subject",
                "Ging het door?",
                "dutch.steps[0]",
                "Kies samen.",
                "dutch.steps[1]",
                "Of niet?",
                "dutch.why",
                "Je krijgt dit omdat."));
        fields.putAll(Map.of(
                "english.subject", "Did it?",
                "english.steps[0]", "Choose.",
                "english.steps[1]", "Or not?",
                "english.why", "Because."));
        for (int at = 0; at < more.length; at += 2) {
            fields.put(more[at], more[at + 1]);
        }
        return fields;
    }

    private static String template(String inUse, String versions) {
        return "{\"action\":\"HOLD\",\"messages\":2,\"placeholders\":[\"when\",\"with\"],\"builtIn\":" + BUILT_IN
                + ",\"inUse\":" + inUse + ",\"versions\":" + versions + "}";
    }

    private static Browser hr(String person) {
        portal.issuer().letIn(person, "HR");
        Browser browser = new Browser(portal.url(), "nl");
        browser.open("/me/looks");
        return browser;
    }
}
