package nl.klimrek.testkit.store;

import java.time.Instant;
import java.util.List;
import nl.klimrek.eventing.outbox.OutboxEvent;
import nl.klimrek.eventing.outbox.OutboxQueue;
import nl.klimrek.eventing.outbox.OutboxRef;

/** Sends nothing. */
enum DiscardingQueue implements OutboxQueue {
    INSTANCE;

    @Override
    public void submit(OutboxRef ref, List<OutboxEvent> events, int fresh, Instant until) {
        // Stored events are counted by the store; nobody reads them.
    }

    @Override
    public void postpone(OutboxRef ref) {
        // No other instance relays from memory.
    }

    @Override
    public long unsent() {
        return 0;
    }
}
