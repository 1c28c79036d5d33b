package nl.klimrek.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import nl.klimrek.portal.fixture.Browser;
import nl.klimrek.portal.fixture.RunningPortal;
import nl.klimrek.portal.gateway.Upstream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LoginIT {
    private static RunningPortal portal;

    @BeforeAll
    static void start() {
        portal = new RunningPortal(Map.of());
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void who_opens_a_page_logs_in_at_the_issuer_and_lands_on_the_page_of_their_role() {
        portal.issuer().letIn("anna", "EMPLOYEE");
        Browser browser = new Browser(portal.url(), "nl");
        HttpResponse<String> page = browser.open("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri().getPath()).isEqualTo("/me");
        assertThat(page.body())
                .contains("lang=\"nl\"")
                .contains("Anna de Wit")
                .contains("Vandaag")
                .doesNotContain("href=\"/team\"");
        HttpCookie session = browser.cookies().getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("PORTALSESSION"))
                .findFirst()
                .orElseThrow();
        assertThat(session.isHttpOnly()).isTrue();
        String asked = portal.service(Upstream.REMINDERS)
                .last("GET", "/api/reminders")
                .orElseThrow()
                .headers()
                .get("authorization");
        assertThat(asked).isEqualTo("Bearer " + portal.issuer().lastAccessToken());
    }

    @Test
    void each_role_has_its_page() {
        portal.issuer().letIn("bram", "MANAGER");
        assertThat(new Browser(portal.url(), "nl").open("/").uri().getPath()).isEqualTo("/me");
        portal.issuer().letIn("hanneke", "HR");
        assertThat(new Browser(portal.url(), "nl").open("/").uri().getPath()).isEqualTo("/hr");
        portal.issuer().letIn("auditor", "AUDITOR");
        assertThat(new Browser(portal.url(), "nl").open("/").uri().getPath()).isEqualTo("/journal/check");
    }

    @Test
    void an_access_token_that_is_about_to_expire_is_renewed() {
        portal.issuer().letIn("anna", "EMPLOYEE");
        portal.issuer().accessTokensLast(Duration.ofSeconds(30));
        Browser browser = new Browser(portal.url(), "nl");
        browser.open("/me");
        String first = portal.issuer().lastAccessToken();
        portal.issuer().accessTokensLast(Duration.ofMinutes(15));
        browser.open("/me");
        assertThat(portal.issuer().lastAccessToken()).isNotEqualTo(first);
        assertThat(portal.service(Upstream.REMINDERS)
                        .last("GET", "/api/reminders")
                        .orElseThrow()
                        .headers()
                        .get("authorization"))
                .isEqualTo("Bearer " + portal.issuer().lastAccessToken());
    }

    @Test
    void when_it_can_not_be_renewed_people_log_in_again_and_come_back_where_they_were() {
        portal.issuer().letIn("anna", "EMPLOYEE");
        portal.issuer().accessTokensLast(Duration.ofSeconds(30));
        Browser browser = new Browser(portal.url(), "nl");
        browser.open("/journal");
        portal.issuer().refuseRefresh();
        portal.issuer().accessTokensLast(Duration.ofMinutes(15));
        HttpResponse<String> page = browser.open("/journal");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri().getPath()).isEqualTo("/journal");
    }

    @Test
    void an_answer_that_was_not_asked_for_does_not_log_in() {
        HttpResponse<String> page =
                new Browser(portal.url(), "en").open("/login/oauth2/code/klimrek?code=code-1&state=forged");
        assertThat(page.uri().getPath()).isEqualTo("/login/failed");
        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.body()).contains("Logging in did not work");
    }

    @Test
    void a_form_without_the_sessions_token_does_nothing_and_logging_out_goes_by_the_issuer() {
        portal.issuer().letIn("anna", "EMPLOYEE");
        Browser browser = new Browser(portal.url(), "nl");
        HttpResponse<String> page = browser.open("/me");
        portal.service(Upstream.POP_FORMS).forget();
        HttpResponse<String> forged =
                browser.submit(new Browser(portal.url(), "nl").open("/login/failed"), "/me/plan", Map.of("key", "k"));
        assertThat(forged.uri().getPath()).isEqualTo("/me");
        assertThat(portal.service(Upstream.POP_FORMS).last("POST", "/api/pop-forms"))
                .isEmpty();
        HttpResponse<String> out = browser.submit(page, "/logout", Map.of());
        assertThat(out.uri().getPath()).isEqualTo("/identity/connect/logout");
        assertThat(out.uri().getQuery())
                .contains("id_token_hint=")
                .contains("post_logout_redirect_uri=" + portal.url() + "/");
    }

    @Test
    void pages_carry_strict_headers() {
        portal.issuer().letIn("anna", "EMPLOYEE");
        HttpResponse<String> page = new Browser(portal.url(), "nl").open("/me");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe-inline");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(page.body())
                .doesNotContainPattern("<script(?![^>]*\\bsrc=)")
                .doesNotContain("style=\"")
                .doesNotContain("??");
    }
}
