package nl.klimrek.portal.webhooks;

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

/** HR's page of webhooks. */
class WebhookPagesIT {
    private static final String ID = "wh-3f2b1c1e-7c55-4d38-9a06-1d6f3b1f7a20";
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
                .onJson("GET /api/reminders/webhooks", """
                        [{"id":"%s","url":"https://hooks.example.org/in","format":"TEAMS","stopped":null,"failingSince":"2027-01-04T08:00:00Z","formerSecretUntil":"2027-01-05T08:00:00Z",
                          "attempts":[{"message":"m-2","type":"prompt.sent","at":"2027-01-04T08:05:00Z","number":2,"outcome":"REFUSED","status":503,"nextAt":"2027-01-04T08:35:00Z"},
                                      {"message":"m-1","type":"webhook.test","at":"2027-01-04T07:00:00Z","number":1,"outcome":"PRIVATE_ADDRESS"}]},
                         {"id":"wh-2","url":"https://old.example.org/","format":"PLAIN","stopped":"GONE","attempts":[]}]""".formatted(ID))
                .onJson("POST /api/reminders/webhooks", "{\"id\":\"" + ID + "\",\"secret\":\"whsec_once\"}")
                .onJson("POST /api/reminders/webhooks/" + ID + "/test", "{}")
                .onJson("DELETE /api/reminders/webhooks/" + ID, "[]");
        portal.service(Upstream.REMINDERS).forget();
    }

    @Test
    void hr_sees_each_address_with_what_became_of_its_messages() {
        Browser browser = reader("hanna", "nl", "HR");
        assertThat(browser.open("/hr/reminders").body()).contains("href=\"/hr/webhooks\"");
        assertThat(browser.open("/hr/webhooks").body())
                .contains(
                        "https://hooks.example.org/in",
                        "er is een herinnering verstuurd",
                        "weigerde het, met status 503",
                        "een adres binnen een netwerk",
                        "niet meer bestaat",
                        "/hr/webhooks/wh-2/start",
                        "Stuur een proefbericht")
                .doesNotContain("/hr/webhooks/wh-1/start", "/hr/webhooks/wh-2/stop", "/hr/webhooks/wh-2/test", "??");
        assertThat(reader("hanna", "en", "HR").open("/hr/webhooks").body())
                .contains("Messages to other systems", "refused it, with status 503")
                .doesNotContain("??");
    }

    @Test
    void hr_adds_an_address_and_sees_its_secret_once() {
        Browser browser = reader("hanna", "nl", "HR");
        HttpResponse<String> page = browser.open("/hr/webhooks");
        HttpResponse<String> after = browser.submit(
                page,
                "/hr/webhooks",
                Map.of(
                        "_form", "webhook",
                        "_at", "/hr/webhooks",
                        "key", "k",
                        "url", "https://hooks.example.org/in",
                        "format", "SLACK"));
        assertThat(after.body()).contains("whsec_once");
        assertThat(browser.open("/hr/webhooks").body()).doesNotContain("whsec_once");
        assertThat(portal.service(Upstream.REMINDERS)
                        .last("POST", "/api/reminders/webhooks")
                        .orElseThrow()
                        .body())
                .contains("\"url\":\"https://hooks.example.org/in\"", "\"format\":\"SLACK\"");
    }

    @Test
    void an_address_that_is_refused_comes_back_with_its_reason() {
        portal.service(Upstream.REMINDERS)
                .on(
                        "POST /api/reminders/webhooks",
                        FakeHttpService.json(
                                422,
                                "{\"code\":\"webhook-url-invalid\",\"title\":\"Geef een https-adres\",\"detail\":\"Niet binnen een netwerk.\"}",
                                "Content-Type",
                                "application/problem+json"));
        Browser browser = reader("hanna", "nl", "HR");
        HttpResponse<String> after = browser.submit(
                browser.open("/hr/webhooks"),
                "/hr/webhooks",
                Map.of(
                        "_form",
                        "webhook",
                        "_at",
                        "/hr/webhooks",
                        "key",
                        "k",
                        "url",
                        "https://inside.example/",
                        "format",
                        "PLAIN"));
        assertThat(after.body()).contains("Geef een https-adres", "https://inside.example/");
    }

    @Test
    void a_test_message_and_removal_are_one_step_each() {
        Browser browser = reader("hanna", "nl", "HR");
        step(browser, "test");
        assertThat(portal.service(Upstream.REMINDERS).last("POST", "/api/reminders/webhooks/" + ID + "/test"))
                .isPresent();
        step(browser, "remove");
        assertThat(portal.service(Upstream.REMINDERS).last("DELETE", "/api/reminders/webhooks/" + ID))
                .isPresent();
    }

    @Test
    void nobody_but_hr_sees_it() {
        assertThat(reader("anna", "nl", "EMPLOYEE").open("/hr/webhooks").body()).doesNotContain("hooks.example.org");
    }

    private static void step(Browser browser, String step) {
        browser.submit(
                browser.open("/hr/webhooks"),
                "/hr/webhooks/" + ID + "/" + step,
                Map.of("_form", step + "-" + ID, "_at", "/hr/webhooks", "key", step));
    }

    private static Browser reader(String person, String language, String... roles) {
        portal.issuer().letIn(person, roles);
        Browser browser = new Browser(portal.url(), language);
        browser.open("/me/looks");
        return browser;
    }
}
