package nl.klimrek.eventing.outbox;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The unbroken run of one document's events that a relay is sending; guarded by its relay. */
final class SendQueue {

    final OutboxRef ref;
    final Deque<OutboxEvent> events = new ArrayDeque<>();
    final Set<String> knownIds = new HashSet<>();
    /** Ids that were acknowledged and are still in the document. */
    final List<String> acknowledgedIds = new ArrayList<>();

    Instant leasedUntil;
    OutboxEvent inFlight;
    boolean queued;

    SendQueue(OutboxRef ref) {
        this.ref = ref;
    }
}
