package nl.klimrek.eventing.outbox;

import java.time.Duration;

/**
 * Settings of an outbox.
 *
 * @param instance name of this instance; after a restart the same name resumes its own documents at once
 * @param lease how long one instance may relay a document; well above the producer's delivery timeout
 * @param sweepInterval interval between searches for documents that no instance relays
 * @param retryAfterFailure pause of the relay after the broker refused an event
 * @param maxEventBytes maximum size of an event's data and headers
 * @param maxEventsPerDocument maximum number of pending events in one document
 * @param maxUnsentEvents maximum number of events this instance may leave to a sweep
 * @param maxActiveDocuments maximum number of documents being relayed at once; the rest waits for a sweep
 * @param maxHeldBytes maximum size of the events in memory, give or take one event; the rest waits for a sweep
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
