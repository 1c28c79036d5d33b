package nl.klimrek.eventing.relay;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.klimrek.eventing.outbox.OutboxEvent;
import nl.klimrek.eventing.outbox.OutboxRef;
import org.jspecify.annotations.Nullable;

/** Pending events of one document that the relay is sending, in order. Not thread-safe; the relay guards it. */
final class SendQueue {

    final OutboxRef ref;
    final Deque<OutboxEvent> events = new ArrayDeque<>();
    final Set<String> knownIds = new HashSet<>();
    /** Acknowledged, but not deleted from the document yet. */
    final List<String> acknowledgedIds = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // The relay sets it before it uses the queue.
    Instant leasedUntil;

    @Nullable
    OutboxEvent inFlight;

    boolean queued;

    /** Whether the outbox is near its bound, so that acknowledged events are deleted at once. */
    boolean crowded;

    SendQueue(OutboxRef ref) {
        this.ref = ref;
    }
}
