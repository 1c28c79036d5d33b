package nl.klimrek.reminders.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import nl.klimrek.eventing.metrics.ConsumerProgress;

/**
 * When an instance that has just started begins to send: as soon as every event was read that was published before, and in any
 * case after the debounce time. While the service was away, a prompt may have become due and an event obsolete it.
 */
final class FirstRound {

    private static final Duration LOOK = Duration.ofMillis(500);

    private final Clock clock;
    private final Instant latest;
    private final ConsumerProgress progress;
    private volatile boolean open;

    FirstRound(Clock clock, Duration debounce, ConsumerProgress progress) {
        this.clock = clock;
        this.latest = clock.instant().plus(debounce);
        this.progress = progress;
    }

    /** Whether it may begin; once it may, it always may. */
    boolean isOpen() {
        open = open || !clock.instant().isBefore(latest) || progress.hasReadAllSoon(LOOK);
        return open;
    }
}
