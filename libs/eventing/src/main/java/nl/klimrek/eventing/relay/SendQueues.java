package nl.klimrek.eventing.relay;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.klimrek.eventing.outbox.OutboxEvent;
import nl.klimrek.eventing.outbox.OutboxRef;
import nl.klimrek.eventing.outbox.OutboxSettings;
import org.jspecify.annotations.Nullable;

/**
 * The send queues of a relay, which of them are ready, and their size in memory. Not thread-safe; the relay guards
 * it.
 */
final class SendQueues {

    /** More active documents than this cost memory without raising the rate. */
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

    /** Whether memory allows relaying this document. */
    boolean hasRoomFor(OutboxRef ref) {
        return contains(ref) || queues.size() < settings.maxActiveDocuments() && !isFull();
    }

    /** Whether held events reach the memory limit. */
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

    Optional<SendQueue> find(OutboxRef ref) {
        return Optional.ofNullable(queues.get(ref));
    }

    List<SendQueue> all() {
        return List.copyOf(queues.values());
    }

    void add(SendQueue queue, OutboxEvent event) {
        queue.knownIds.add(event.id());
        queue.events.add(event);
        heldBytes += event.size();
    }

    /** Removes the first event after it was acknowledged. */
    void removeFirst(SendQueue queue) {
        heldBytes -= queue.events.remove().size();
    }

    /** Returns false if the queue was closed before. */
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

    /** The queue that has been ready for longest; null if none is. */
    @Nullable
    SendQueue pollReady() {
        SendQueue queue = ready.poll();
        if (queue != null) {
            queue.queued = false;
        }
        return queue;
    }

    /** Time of the oldest event of each queue. Empty queues are closed, so each has one. */
    Stream<Instant> oldestEventTimes() {
        return queues.values().stream().map(queue -> queue.events.element().time());
    }
}
