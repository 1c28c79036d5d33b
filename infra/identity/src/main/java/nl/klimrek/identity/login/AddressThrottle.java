package nl.klimrek.identity.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts logins that failed by address: 30 within 10 minutes, then that address waits until those minutes are over. An
 * attempt counts when it begins; one that succeeds is taken off again and takes no earlier mistake with it.
 *
 * <p>Remembers the 10,000 addresses seen last, in this instance only. May be used from any thread.
 */
final class AddressThrottle {
    static final int MOST = 30;
    static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int REMEMBERED = 10_000;

    private record Tally(int attempts, Instant until) {}

    private final Clock clock;
    private final Map<String, Tally> tallies = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tally> eldest) {
            return size() > REMEMBERED;
        }
    };

    AddressThrottle(Clock clock) {
        this.clock = clock;
    }

    /** Counts one attempt from this address; how long it must wait instead, zero when it may try. */
    synchronized Duration begin(String address) {
        Instant now = clock.instant();
        Tally tally = tallies.get(address);
        if (tally == null || !now.isBefore(tally.until())) {
            tally = new Tally(0, now.plus(WINDOW));
        }
        if (tally.attempts() >= MOST) {
            return Duration.between(now, tally.until());
        }
        tallies.put(address, new Tally(tally.attempts() + 1, tally.until()));
        return Duration.ZERO;
    }

    synchronized void succeeded(String address) {
        tallies.computeIfPresent(address, (same, tally) -> new Tally(Math.max(0, tally.attempts() - 1), tally.until()));
    }
}
