package nl.klimrek.eventing.outbox;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The runs that are under way, which of them can be sent, and how much memory they take; guarded by its relay. */
final class SendQueues {

    /** While so many documents are under way, more of them would not go faster, but take memory. */
    private static final int SUFFICIENT_DOCUMENTS = 500;

    private final OutboxSettings settings;
    private final Map<OutboxRef, SendQueue> queues = new HashMap<>();
    private final Deque<SendQueue> ready = new ArrayDeque<>();
    private long heldBytes;

    SendQueues(OutboxSettings settings) {
        this.settings = settings;
    }

    int size() {
        return queues.size();
    }

    boolean contains(OutboxRef ref) {
        return queues.containsKey(ref);
    }

    /** Whether this document may be under way, as far as memory goes. */
    boolean hasRoomFor(OutboxRef ref) {
        return contains(ref) || queues.size() < settings.maxActiveDocuments() && !isFull();
    }

    /** What is more than memory may hold waits in its document, behind what is held of it. */
    boolean isFull() {
        return heldBytes >= settings.maxHeldBytes();
    }

    /** Whether to look for more documents. */
    boolean hasCapacity() {
        return queues.size() < SUFFICIENT_DOCUMENTS && heldBytes < settings.maxHeldBytes() / 2;
    }

    SendQueue queueFor(OutboxRef ref) {
        return queues.computeIfAbsent(ref, SendQueue::new);
    }

    List<SendQueue> all() {
        return List.copyOf(queues.values());
    }

    void add(SendQueue queue, OutboxEvent event) {
        queue.knownIds.add(event.id());
        queue.events.add(event);
        heldBytes += event.size();
    }

    /** The first event of a run has gone. */
    void removeFirst(SendQueue queue) {
        heldBytes -= queue.events.remove().size();
    }

    /** False when it had ended before. */
    boolean close(SendQueue queue) {
        if (!queues.remove(queue.ref, queue)) {
            return false;
        }
        heldBytes -= queue.events.stream().mapToInt(OutboxEvent::size).sum();
        return true;
    }

    void enqueueReady(SendQueue queue) {
        queue.queued = true;
        ready.add(queue);
    }

    boolean anyReady() {
        return !ready.isEmpty();
    }

    /** The one that has been ready for longest; null when none is. */
    SendQueue pollReady() {
        SendQueue queue = ready.poll();
        if (queue != null) {
            queue.queued = false;
        }
        return queue;
    }

    /** Since when the oldest event of each has been waiting; one without any has ended. */
    Stream<Instant> oldestEventTimes() {
        return queues.values().stream().map(queue -> queue.events.element().time());
    }
}
