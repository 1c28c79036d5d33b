package nl.klimrek.identity.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class AddressThrottleFilterTest {
    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    private final AddressThrottleFilter limit = new AddressThrottleFilter(Clock.fixed(NOW, ZoneOffset.UTC));
    private final AtomicInteger passed = new AtomicInteger();

    @Test
    void an_address_that_tries_many_names_waits_and_another_does_not() throws Exception {
        for (int i = 0; i < AddressThrottle.MAX_ATTEMPTS; i++) {
            assertThat(login("203.0.113.9, 192.0.2.1").getRedirectedUrl()).isNull();
        }
        assertThat(login("192.0.2.1").getRedirectedUrl()).contains("/login?refused=CLOSED&wait=600");
        assertThat(passed).hasValue(AddressThrottle.MAX_ATTEMPTS);
        login("192.0.2.2");
        assertThat(passed).hasValue(AddressThrottle.MAX_ATTEMPTS + 1);
    }

    @Test
    void a_login_that_succeeds_is_not_counted_and_forgives_nothing_else() {
        AddressThrottle attempts = new AddressThrottle(Clock.fixed(NOW, ZoneOffset.UTC));
        for (int i = 0; i < AddressThrottle.MAX_ATTEMPTS - 1; i++) {
            attempts.begin("a");
        }
        for (int i = 0; i < 100; i++) {
            assertThat(attempts.begin("a")).isZero();
            attempts.succeeded("a");
        }
        assertThat(attempts.begin("a")).isZero();
        assertThat(attempts.begin("a")).isEqualTo(Duration.ofMinutes(10));
    }

    private MockHttpServletResponse login(String forwardedFor) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/identity/login");
        request.setServletPath("/login");
        request.addHeader("X-Forwarded-For", forwardedFor);
        MockHttpServletResponse response = new MockHttpServletResponse();
        limit.doFilter(request, response, new MockFilterChain() {
            @Override
            public void doFilter(jakarta.servlet.ServletRequest in, jakarta.servlet.ServletResponse out) {
                passed.incrementAndGet();
            }
        });
        return response;
    }
}
