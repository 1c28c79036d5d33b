package nl.klimrek.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BoundedCacheTest {
    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    private final BoundedCache<Integer, String> cache = new BoundedCache<>(3, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void it_never_holds_more_than_it_may_and_what_was_used_longest_ago_goes_first() {
        for (int i = 1; i <= 3; i++) {
            cache.put(i, "v" + i, NOW.plusSeconds(1));
        }
        assertThat(cache.get(1)).hasValue("v1");
        cache.put(4, "v4", NOW.plusSeconds(1));
        assertThat(cache.size()).isEqualTo(3);
        assertThat(cache.get(2)).isEmpty();
        assertThat(cache.get(1)).hasValue("v1");
    }

    @Test
    void a_value_is_gone_at_its_end() {
        cache.put(1, "over", NOW);
        assertThat(cache.get(1)).isEmpty();
        assertThat(cache.size()).isZero();
    }
}
