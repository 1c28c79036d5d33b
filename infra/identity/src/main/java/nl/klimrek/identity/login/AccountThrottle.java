package nl.klimrek.identity.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Limits password guesses by account: five wrong passwords in a row lock the account for 30 seconds, and each further
 * one doubles that, up to 15 minutes. An attempt counts when it begins, so parallel attempts gain nothing.
 *
 * <p>Keeps the 10,000 latest names, in this instance only. Thread-safe.
 */
final class AccountThrottle {

    static final int MAX_FAILURES = 5;
    static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    static final Duration MAX_WAIT = Duration.ofMinutes(15);
    private static final int MAX_ENTRIES = 10_000;

    private record Tally(int attempts, Instant closedUntil) {}

    private final Clock clock;
    private final Map<String, Tally> tallies = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tally> eldest) {
            return size() > MAX_ENTRIES;
        }
    };

    AccountThrottle(Clock clock) {
        this.clock = clock;
    }

    /** Counts one attempt for this name. Returns zero, or how long the name must wait instead. */
    synchronized Duration begin(String name) {
        Instant now = clock.instant();
        Tally tally = tallies.getOrDefault(name, new Tally(0, Instant.MIN));
        if (now.isBefore(tally.closedUntil())) {
            return Duration.between(now, tally.closedUntil());
        }
        int attempts = tally.attempts() + 1;
        tallies.put(name, new Tally(attempts, attempts < MAX_FAILURES ? Instant.MIN : now.plus(wait(attempts))));
        return Duration.ZERO;
    }

    /** Resets the count after a correct password. */
    synchronized void succeeded(String name) {
        tallies.remove(name);
    }

    private static Duration wait(int attempts) {
        Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(attempts - MAX_FAILURES, 10));
        return doubled.compareTo(MAX_WAIT) > 0 ? MAX_WAIT : doubled;
    }
}
