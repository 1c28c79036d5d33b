package nl.klimrek.servicekit.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TransferRateCheckTest {
    private final AtomicLong nanos = new AtomicLong();
    private final TransferRateCheck pace =
            new TransferRateCheck(nanos::get, Duration.ofMinutes(2), Duration.ofSeconds(5), 1_000);

    @Test
    void a_body_has_a_grace_period_and_then_must_keep_the_least_rate() {
        after(5);
        assertThat(pace.isTooSlow()).isFalse();
        after(6);
        assertThat(pace.isTooSlow()).isTrue();
        pace.received(1_000);
        assertThat(pace.isTooSlow()).isFalse();
        after(7);
        assertThat(pace.isTooSlow()).isTrue();
    }

    @Test
    void a_fast_body_has_no_more_than_the_longest_time() {
        pace.received(1_000_000);
        after(120);
        assertThat(pace.isTooSlow()).isFalse();
        after(121);
        assertThat(pace.isTooSlow()).isTrue();
    }

    private void after(long seconds) {
        nanos.set(Duration.ofSeconds(seconds).toNanos());
    }
}
