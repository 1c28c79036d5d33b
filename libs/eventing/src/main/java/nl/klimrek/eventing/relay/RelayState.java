package nl.klimrek.eventing.relay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.klimrek.eventing.outbox.OutboxEvent;
import nl.klimrek.eventing.outbox.OutboxRef;
import nl.klimrek.eventing.outbox.OutboxSettings;
import nl.klimrek.eventing.outbox.OutboxStore.PendingDocument;
import org.jspecify.annotations.Nullable;

/**
 * What a relay holds in memory: events to send, acknowledged events to delete, and documents that it left to a sweep. One lock
 * guards it, and it calls neither the broker nor the store.
 */
final class RelayState {

    private static final int DELETE_BATCH_EVENTS = 50;
    /** Documents whose deletions are not collected any longer. */
    private static final int SUFFICIENT_DELETES = 200;

    private final Clock clock;
    private final OutboxSettings settings;
    private final RelaySignals signals;
    private final SendQueues queues;
    private final Set<OutboxRef> postponed = new LinkedHashSet<>();
    private final RecentIds acknowledged = new RecentIds();
    private final PendingDeletes pendingDeletes = new PendingDeletes();
    private final Backlog backlog = new Backlog();
    private final SendPause pause;

    RelayState(Clock clock, OutboxSettings settings, RelaySignals signals) {
        this.clock = clock;
        this.settings = settings;
        this.signals = signals;
        this.queues = new SendQueues(settings);
        this.pause = new SendPause(clock, settings.retryAfterFailure());
    }

    /** Queues the pending events of a document; what memory or a pause does not allow is left to a sweep. */
    synchronized void submit(OutboxRef ref, List<OutboxEvent> events, int fresh, Instant until) {
        if (pause.isOn() || !queues.hasRoomFor(ref)) {
            leave(events, fresh);
            return;
        }
        SendQueue queue = queues.queueFor(ref);
        queue.leasedUntil = until;
        queue.crowded = 2 * events.size() >= settings.maxEventsPerDocument();
        int old = events.size() - fresh;
        for (int i = 0; i < events.size(); i++) {
            OutboxEvent event = events.get(i);
            if (acknowledged.contains(event.id()) || queue.knownIds.contains(event.id())) {
                continue;
            }
            if (queues.isFull()) {
                leave(events.subList(i, events.size()), Math.min(fresh, events.size() - i));
                break;
            }
            queues.add(queue, event);
            backlog.resumed(i < old ? 1 : 0);
        }
        makeReady(queue);
    }

    synchronized void postpone(OutboxRef ref) {
        postponed.add(ref);
        signals.unfinished();
    }

    /** The next queue to send from, with its event in flight; null if none is ready. */
    synchronized @Nullable SendQueue nextReady() {
        SendQueue queue = queues.pollReady();
        while (queue != null) {
            if (clock.instant().isBefore(queue.leasedUntil)) {
                queue.inFlight = queue.events.peek();
                return queue;
            }
            abandon(queue);
            queue = queues.pollReady();
        }
        return null;
    }

    /** The broker took the event in flight of this queue, or refused it. */
    @SuppressWarnings("ReferenceEquality") // An event that was sent again is another object.
    synchronized void answered(SendQueue queue, OutboxEvent event, @Nullable Exception failure) {
        if (queue.inFlight != event) {
            return;
        }
        queue.inFlight = null;
        if (failure != null) {
            abandon(queue);
            pause.begin();
            return;
        }
        queues.removeFirst(queue);
        acknowledged.add(event.id());
        queue.acknowledgedIds.add(event.id());
        if (queue.crowded || queue.acknowledgedIds.size() >= DELETE_BATCH_EVENTS) {
            scheduleDelete(queue);
        }
        if (queue.crowded) {
            signals.manyDeletes();
        }
        makeReady(queue);
    }

    /**
     * Schedules the deletion of what is acknowledged of this document.
     *
     * @return false if the broker does not take events now
     */
    synchronized boolean makeRoom(OutboxRef ref) {
        if (pause.isOn() || backlog.count() > settings.maxUnsentEvents()) {
            return false;
        }
        queues.find(ref).ifPresent(this::scheduleDelete);
        signals.manyDeletes();
        return true;
    }

    /** Leaves all queued events to a sweep. Returns the documents without an event on its way to the broker. */
    synchronized List<OutboxRef> abandonAll() {
        List<SendQueue> all = queues.all();
        List<OutboxRef> unsent = all.stream()
                .filter(queue -> queue.inFlight == null)
                .map(queue -> queue.ref)
                .toList();
        all.forEach(this::abandon);
        return unsent;
    }

    synchronized Map<OutboxRef, List<String>> drainDeletes() {
        return pendingDeletes.drain();
    }

    synchronized void rescheduleDeletes(Map<OutboxRef, List<String>> batch) {
        batch.forEach(pendingDeletes::add);
        signals.deletes();
    }

    /** Returns the documents that another instance was relaying, and forgets them. */
    synchronized List<OutboxRef> drainPostponed() {
        List<OutboxRef> refs = new ArrayList<>(postponed);
        postponed.clear();
        return refs;
    }

    /** Leaves out documents that this relay already holds. */
    synchronized List<OutboxRef> notHeldHere(List<PendingDocument> found) {
        return found.stream()
                .map(PendingDocument::ref)
                .filter(ref -> !queues.contains(ref) && !pendingDeletes.contains(ref))
                .toList();
    }

    synchronized long unsent() {
        return backlog.count();
    }

    synchronized void clearBacklog() {
        backlog.clear();
    }

    synchronized int activeDocuments() {
        return queues.size();
    }

    synchronized boolean anyReady() {
        return queues.anyReady();
    }

    synchronized boolean isPaused() {
        return pause.isOn();
    }

    synchronized boolean hasBacklog() {
        return backlog.isNotEmpty();
    }

    /** Age of the oldest pending event that this instance knows; zero if there is none. */
    synchronized Duration oldestWaiting() {
        Instant now = clock.instant();
        return Stream.concat(queues.oldestEventTimes(), backlog.oldest().stream())
                .min(Comparator.naturalOrder())
                .filter(time -> time.isBefore(now))
                .map(time -> Duration.between(time, now))
                .orElse(Duration.ZERO);
    }

    synchronized boolean hasCapacity() {
        return queues.hasCapacity();
    }

    synchronized boolean hasDeletes() {
        return !pendingDeletes.isEmpty();
    }

    /** Whether documents wait for a sweep or for another instance's lease. */
    synchronized boolean hasUnfinished() {
        return backlog.isNotEmpty() || !postponed.isEmpty();
    }

    private void makeReady(SendQueue queue) {
        if (queue.inFlight != null || queue.queued) {
            return;
        }
        if (queue.events.isEmpty()) {
            queues.close(queue);
            scheduleDelete(queue);
            return;
        }
        queues.enqueueReady(queue);
        signals.ready();
    }

    /** Deletes all acknowledged events of a document in one write, because each write rewrites the document. */
    private void scheduleDelete(SendQueue queue) {
        if (!queue.acknowledgedIds.isEmpty()) {
            pendingDeletes.add(queue.ref, queue.acknowledgedIds);
            queue.acknowledgedIds.clear();
            signals.deletes();
            if (pendingDeletes.size() >= SUFFICIENT_DELETES) {
                signals.manyDeletes();
            }
        }
    }

    /** Leaves the rest of this document to a sweep. */
    private void abandon(SendQueue queue) {
        if (queues.close(queue)) {
            scheduleDelete(queue);
            leave(queue.events, queue.events.size());
        }
    }

    private void leave(Collection<OutboxEvent> events, int fresh) {
        backlog.add(events, fresh);
        signals.unfinished();
    }
}
