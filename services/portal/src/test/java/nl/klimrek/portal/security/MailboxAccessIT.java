package nl.klimrek.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import nl.klimrek.portal.fixture.Browser;
import nl.klimrek.portal.fixture.FakeHttpService;
import nl.klimrek.portal.fixture.RunningPortal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailboxAccessIT {
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
    void anEmptyMailbox() {
        portal.mailbox().forget();
        portal.mailbox()
                .onJson("GET /mail", "[]")
                .on(
                        "GET /mail/1",
                        FakeHttpService.json(
                                200,
                                "[1]",
                                "Content-Security-Policy",
                                "default-src 'none'; style-src 'unsafe-inline'"));
    }

    @Test
    void who_signed_in_sees_the_mail_of_their_organisation() {
        portal.issuer().letIn("anna", "EMPLOYEE");
        HttpResponse<String> page = new Browser(portal.url(), "nl").open("/mail/1");

        assertThat(page.body()).isEqualTo("[1]");
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; style-src 'unsafe-inline'");
        assertThat(portal.mailbox().last("GET", "/mail/1").orElseThrow().headers())
                .containsEntry("x-klimrek-organisation", "demo");
    }

    @Test
    void nobody_else_sees_any() throws Exception {
        for (String path : new String[] {"/mail", "/mail/", "/mail/1", "/mail/1.eml"}) {
            HttpResponse<String> answer = get(path, "X-Klimrek-Organisation", "demo");
            assertThat(answer.statusCode()).as(path).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("/oauth2/authorization/");
        }
        assertThat(get("/mail", "Authorization", "Bearer x").statusCode()).isEqualTo(401);
        assertThat(get("/mail", "Authorization", "Basic eDp5").statusCode()).isEqualTo(401);
        assertThat(portal.mailbox().asked()).isEmpty();
    }

    @Test
    void what_a_reader_says_of_their_organisation_does_not_count() throws Exception {
        portal.issuer().letIn("anna", "EMPLOYEE");
        Browser browser = new Browser(portal.url(), "nl");
        browser.open("/mail");
        String cookie = browser.cookies().getCookieStore().getCookies().stream()
                .filter(one -> one.getName().equals("PORTALSESSION"))
                .findFirst()
                .orElseThrow()
                .getValue();

        get("/mail/1", "x-klimrek-ORGANISATION", "sample", "Cookie", "PORTALSESSION=" + cookie);

        assertThat(portal.mailbox().last("GET", "/mail/1").orElseThrow().headers())
                .containsEntry("x-klimrek-organisation", "demo");
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(portal.url() + path))
                                .headers(headers)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
