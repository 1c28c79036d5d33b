package nl.klimrek.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import nl.klimrek.portal.fixture.RunningPortal;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

class EdgeFilterConfigurationIT {
    @Test
    void behind_https_the_cookie_is_the_hosts_own_and_the_browser_comes_back_by_https_alone() throws Exception {
        try (RunningPortal portal = new RunningPortal(Map.of("klimrek.portal.url", "https://portal.example"))) {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(portal.url() + "/oauth2/authorization/klimrek"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.headers().firstValue("Set-Cookie"))
                    .hasValueSatisfying(cookie -> assertThat(cookie)
                            .startsWith("__Host-PORTALSESSION=")
                            .contains("; Secure", "; HttpOnly", "; Path=/;")
                            .doesNotContain("Domain"));
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");
        }
    }

    @Test
    void a_session_ends_however_busy_it_is() throws Exception {
        assertThat(afterHours(11).isInvalid()).isFalse();
        assertThat(afterHours(13).isInvalid()).isTrue();
    }

    private static MockHttpSession afterHours(int hours) throws Exception {
        MockHttpSession session = new MockHttpSession();
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSession(session);
        new SessionLifetimeFilter(Duration.ofHours(12), Clock.offset(Clock.systemUTC(), Duration.ofHours(hours)))
                .doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        return session;
    }
}
