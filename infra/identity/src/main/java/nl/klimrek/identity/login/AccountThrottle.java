package nl.klimrek.identity.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down guessing: five wrong passwords in a row close an account's login for 30 seconds, and every further one
 * doubles that, to at most 15 minutes. An attempt counts when it begins, so many at the same time gain nothing.
 *
 * <p>Remembers the 10,000 names tried last, in this instance only. May be used from any thread.
 */
final class AccountThrottle {

    static final int FREE = 5;
    static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final int REMEMBERED = 10_000;

    private record Tally(int attempts, Instant closedUntil) {}

    private final Clock clock;
    private final Map<String, Tally> tallies = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tally> eldest) {
            return size() > REMEMBERED;
        }
    };

    AccountThrottle(Clock clock) {
        this.clock = clock;
    }

    /** Counts one attempt for this name; how long the name must wait instead, zero when it may try. */
    synchronized Duration begin(String name) {
        Instant now = clock.instant();
        Tally tally = tallies.getOrDefault(name, new Tally(0, Instant.MIN));
        if (now.isBefore(tally.closedUntil())) {
            return Duration.between(now, tally.closedUntil());
        }
        int attempts = tally.attempts() + 1;
        tallies.put(name, new Tally(attempts, attempts < FREE ? Instant.MIN : now.plus(wait(attempts))));
        return Duration.ZERO;
    }

    /** The password was right: earlier mistakes are forgotten. */
    synchronized void succeeded(String name) {
        tallies.remove(name);
    }

    private static Duration wait(int attempts) {
        Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(attempts - FREE, 10));
        return doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
    }
}
