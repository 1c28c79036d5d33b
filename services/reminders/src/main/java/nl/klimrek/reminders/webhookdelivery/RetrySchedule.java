package nl.klimrek.reminders.webhookdelivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When a failed message is tried again: ten attempts in a little more than three days, as Standard Webhooks recommends. */
final class RetrySchedule {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    /** Part of a pause by which it may be longer, so that many messages do not come back at one moment. */
    private static final double JITTER = 0.2;

    private RetrySchedule() {}

    /**
     * The next attempt; empty after the last one.
     *
     * @param attempts attempts so far, from 1
     * @param random 0 to 1
     */
    static Optional<Instant> next(int attempts, Instant now, double random) {
        if (attempts > PAUSES.size()) {
            return Optional.empty();
        }
        Duration pause = PAUSES.get(attempts - 1);
        return Optional.of(now.plus(pause).plusMillis((long) (pause.toMillis() * JITTER * random)));
    }
}
