package nl.klimrek.portal.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import nl.klimrek.testkit.service.TestClock;
import org.junit.jupiter.api.Test;

/** How many links one address can try. */
class LinkThrottleTest {

    @Test
    void an_address_tries_so_many_links_in_a_period_and_others_are_not_held_up() {
        TestClock clock = TestClock.stoppedAt(Instant.parse("2027-03-01T09:00:00Z"));
        LinkThrottle throttle = new LinkThrottle(clock);
        for (int times = 0; times < LinkThrottle.MAX_TRIES; times++) {
            assertThat(throttle.admits("192.0.2.1")).isTrue();
        }
        assertThat(throttle.admits("192.0.2.1")).isFalse();
        assertThat(throttle.admits("192.0.2.2")).isTrue();
        clock.advance(Duration.ofMinutes(5));
        assertThat(throttle.admits("192.0.2.1")).isTrue();
    }
}
