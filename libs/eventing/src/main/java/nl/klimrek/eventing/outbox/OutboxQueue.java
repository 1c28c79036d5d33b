package nl.klimrek.eventing.outbox;

import java.time.Instant;
import java.util.List;

/** Port to the relay, which sends the events of written documents. */
public interface OutboxQueue {

    /**
     * Queues a document's pending events.
     *
     * @param events oldest first, without gaps
     * @param fresh how many of them, counted from the newest, have not been submitted before
     * @param until end of this instance's lease
     */
    void submit(OutboxRef ref, List<OutboxEvent> events, int fresh, Instant until);

    /** Notes a document that another instance relays, to claim it later. */
    void postpone(OutboxRef ref);

    /**
     * Waits a moment for room in a document whose outbox is full.
     *
     * @return false if waiting is of no use, because the broker does not take events now
     */
    default boolean awaitRoom(OutboxRef ref) {
        return false;
    }

    /** Number of events that this instance left to a sweep. */
    long unsent();
}
