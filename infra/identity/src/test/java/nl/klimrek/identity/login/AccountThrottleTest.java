package nl.klimrek.identity.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AccountThrottleTest {

    private final Watch watch = new Watch();
    private final AccountThrottle attempts = new AccountThrottle(watch);

    @Test
    void five_wrong_passwords_close_the_login_for_half_a_minute() {
        IntStream.range(0, 5).forEach(i -> assertThat(attempts.begin("anna")).isZero());

        assertThat(attempts.begin("anna")).isEqualTo(Duration.ofSeconds(30));
        assertThat(attempts.begin("bram")).isZero();

        watch.now = watch.now.plusSeconds(30);
        assertThat(attempts.begin("anna")).isZero();
    }

    @Test
    void each_further_mistake_doubles_the_wait_up_to_a_quarter_of_an_hour() {
        IntStream.range(0, 5).forEach(i -> attempts.begin("anna"));
        for (int minutesTimesTwo : new int[] {1, 2, 4, 8, 16, 30, 30, 30}) {
            Duration wait = attempts.begin("anna");
            assertThat(wait).isEqualTo(Duration.ofSeconds(30L * minutesTimesTwo));
            watch.now = watch.now.plus(wait);
            assertThat(attempts.begin("anna")).isZero();
        }
    }

    @Test
    void the_right_password_forgives_earlier_mistakes() {
        IntStream.range(0, 4).forEach(i -> attempts.begin("anna"));
        attempts.succeeded("anna");

        IntStream.range(0, 5).forEach(i -> assertThat(attempts.begin("anna")).isZero());
    }

    private static final class Watch extends Clock {
        private Instant now = Instant.parse("2026-11-02T09:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("Instants only");
        }
    }
}
