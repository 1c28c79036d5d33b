package nl.klimrek.portal.guest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Limits how many links one address can try. The state is in memory of this instance; the addresses least used are forgotten first. */
@Component
final class LinkThrottle {
    static final int MAX_TRIES = 30;
    private static final Duration PERIOD = Duration.ofMinutes(5);
    private static final int MAX_ADDRESSES = 10_000;

    private final Clock clock;
    private final Map<String, Tries> tries = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > MAX_ADDRESSES;
        }
    };

    private record Tries(Instant until, int count) {}

    LinkThrottle(Clock clock) {
        this.clock = clock;
    }

    /** Counts a try; false when this address tried too many. */
    synchronized boolean admits(String address) {
        Instant now = clock.instant();
        Tries before = tries.get(address);
        Tries next = before == null || !now.isBefore(before.until())
                ? new Tries(now.plus(PERIOD), 1)
                : new Tries(before.until(), Math.min(before.count() + 1, MAX_TRIES + 1));
        tries.put(address, next);
        return next.count() <= MAX_TRIES;
    }
}
