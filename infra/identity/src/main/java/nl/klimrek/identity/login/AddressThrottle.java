package nl.klimrek.identity.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Limits failed logins by client address: after 30 within 10 minutes the address must wait until they have passed. An
 * attempt counts when it begins; a successful one is subtracted again and keeps earlier failures.
 *
 * <p>Keeps the 10,000 latest addresses, in this instance only. Thread-safe.
 */
final class AddressThrottle {
    static final int MAX_ATTEMPTS = 30;
    static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int MAX_ENTRIES = 10_000;

    private record Tally(int attempts, Instant until) {}

    private final Clock clock;
    private final Map<String, Tally> tallies = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tally> eldest) {
            return size() > MAX_ENTRIES;
        }
    };

    AddressThrottle(Clock clock) {
        this.clock = clock;
    }

    /** Counts one attempt from this address. Returns zero, or how long the address must wait instead. */
    synchronized Duration begin(String address) {
        Instant now = clock.instant();
        Tally tally = tallies.get(address);
        if (tally == null || !now.isBefore(tally.until())) {
            tally = new Tally(0, now.plus(WINDOW));
        }
        if (tally.attempts() >= MAX_ATTEMPTS) {
            return Duration.between(now, tally.until());
        }
        tallies.put(address, new Tally(tally.attempts() + 1, tally.until()));
        return Duration.ZERO;
    }

    synchronized void succeeded(String address) {
        tallies.computeIfPresent(address, (same, tally) -> new Tally(Math.max(0, tally.attempts() - 1), tally.until()));
    }
}
