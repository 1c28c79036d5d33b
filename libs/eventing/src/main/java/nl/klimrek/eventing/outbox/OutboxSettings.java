package nl.klimrek.eventing.outbox;

import java.time.Duration;

/**
 * How an outbox behaves.
 *
 * @param instance name of this instance; the same name after a restart takes its own documents up at once
 * @param lease how long a document is one instance's to relay; well above the producer's delivery time-out
 * @param sweepEvery how often documents that nobody relays are looked for
 * @param retryAfterFailure how long the relay rests after the broker refused
 * @param largestEvent bytes of data and headers an event may have
 * @param mostWaiting events that may wait in one document
 * @param mostUnsent events this instance may leave unsent while the broker is away
 * @param mostDocuments documents that may be under way at once; the rest waits for the sweep
 * @param mostHeld bytes of events that may be under way at once, give or take one event; the rest waits for the sweep
 */
public record OutboxSettings(
        String instance,
        Duration lease,
        Duration sweepInterval,
        Duration retryAfterFailure,
        int maxEventBytes,
        int maxEventsPerDocument,
        long maxUnsentEvents,
        int maxActiveDocuments,
        long maxHeldBytes) {

    public OutboxSettings {
        if (instance == null || instance.isBlank()) {
            throw new IllegalArgumentException("an instance has a name");
        }
        if (lease.compareTo(Duration.ofSeconds(1)) < 0
                || maxEventBytes < 1024
                || maxEventsPerDocument < 1
                || maxActiveDocuments < 1
                || maxHeldBytes < 1) {
            throw new IllegalArgumentException("outbox settings out of range");
        }
    }

    /** The settings of a service that was told nothing else. */
    public static OutboxSettings defaults(String instance) {
        return new OutboxSettings(
                instance,
                Duration.ofSeconds(30),
                Duration.ofSeconds(15),
                Duration.ofMillis(500),
                900_000,
                200,
                250_000,
                2_000,
                4_000_000);
    }
}
