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
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import nl.klimrek.eventing.outbox.OutboxEvent;
import nl.klimrek.eventing.outbox.OutboxQueue;
import nl.klimrek.eventing.outbox.OutboxRef;
import nl.klimrek.eventing.outbox.OutboxSettings;
import nl.klimrek.eventing.outbox.OutboxStore;
import org.jspecify.annotations.Nullable;

/**
 * Sends pending events to the broker and deletes them from their documents afterwards. Per document it sends one
 * event at a time, in order, and waits for each acknowledgement.
 *
 * <p>It has no thread of its own: {@link #sendReady}, {@link #deleteAcknowledged} and {@link #sweep} are steps that
 * {@link RelayThreads} calls. State is in memory only; the next sweep finds what was lost.
 */
public final class Relay implements OutboxQueue {

    private static final int MAX_DOCUMENTS_PER_SWEEP = 100;
    private static final int DELETE_BATCH_EVENTS = 50;
    /** Documents whose deletions are not collected any longer. */
    private static final int SUFFICIENT_DELETES = 200;

    private static final long SENT_POLL_MILLIS = 20;
    private static final long ROOM_POLL_MILLIS = 10;

    private final OutboxStore outboxes;
    private final Broker broker;
    private final Clock clock;
    private final OutboxSettings settings;

    private final SendQueues queues;
    private final Set<OutboxRef> postponed = new LinkedHashSet<>();
    private final RecentIds acknowledged = new RecentIds();
    private final PendingDeletes pendingDeletes = new PendingDeletes();
    private final WakeUp deletes = new WakeUp();
    private final WakeUp manyDeletes = new WakeUp();
    private final WakeUp sweeps = new WakeUp();
    private Instant pausedUntil = Instant.MIN;
    private volatile boolean running;
    private final Backlog backlog = new Backlog();
    /** Start of the next sweep; null to start from the oldest event. Only the sweeper uses it. */
    private @Nullable Instant sweepStart;

    public Relay(OutboxStore outboxes, Broker broker, Clock clock, OutboxSettings settings) {
        this.outboxes = outboxes;
        this.broker = broker;
        this.clock = clock;
        this.settings = settings;
        this.queues = new SendQueues(settings);
    }

    @Override
    public synchronized void submit(OutboxRef ref, List<OutboxEvent> events, int fresh, Instant until) {
        if (pausedAfterFailure() || !queues.hasRoomFor(ref)) {
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

    @Override
    public synchronized void postpone(OutboxRef ref) {
        postponed.add(ref);
        sweeps.call();
    }

    /** Sends the first event of each ready document. Returns the number of events sent. */
    public int sendReady() {
        int sent = 0;
        for (SendQueue queue = nextReady(); queue != null; queue = nextReady()) {
            OutboxEvent event = Objects.requireNonNull(queue.inFlight);
            SendQueue sending = queue;
            try {
                broker.send(event, failure -> answered(sending, event, failure));
            } catch (RuntimeException e) {
                answered(sending, event, e);
            }
            sent++;
        }
        return sent;
    }

    private synchronized @Nullable SendQueue nextReady() {
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

    @SuppressWarnings("ReferenceEquality") // An event that was sent again is another object.
    private synchronized void answered(SendQueue queue, OutboxEvent event, @Nullable Exception failure) {
        if (queue.inFlight != event) {
            return;
        }
        queue.inFlight = null;
        if (failure != null) {
            abandon(queue);
            pausedUntil = clock.instant().plus(settings.retryAfterFailure());
            return;
        }
        queues.removeFirst(queue);
        acknowledged.add(event.id());
        queue.acknowledgedIds.add(event.id());
        if (queue.crowded || queue.acknowledgedIds.size() >= DELETE_BATCH_EVENTS) {
            scheduleDelete(queue);
        }
        if (queue.crowded) {
            manyDeletes.call();
        }
        makeReady(queue);
    }

    /** Deletes at once what is acknowledged, and waits for a moment. A relay without threads sends nothing meanwhile. */
    @Override
    @SuppressWarnings("WaitNotInLoop") // The caller reads the document again.
    public synchronized boolean awaitRoom(OutboxRef ref) {
        if (!running || pausedAfterFailure() || backlog.count() > settings.maxUnsentEvents()) {
            return false;
        }
        queues.find(ref).ifPresent(this::scheduleDelete);
        manyDeletes.call();
        try {
            wait(ROOM_POLL_MILLIS);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether threads run this relay. */
    void setRunning(boolean now) {
        running = now;
    }

    /** Waits until no document is being relayed any more, or the time is up. */
    public synchronized void awaitSent(Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (queues.size() > 0 && System.nanoTime() - deadline < 0) {
            wait(SENT_POLL_MILLIS);
        }
    }

    /**
     * Leaves all queued events to the next sweep, and gives back the leases of their documents. A document with an event on
     * its way keeps its lease, so that no other instance sends what follows before the broker decided about that one.
     */
    public void stop() {
        List<OutboxRef> unsent;
        synchronized (this) {
            List<SendQueue> all = queues.all();
            unsent = all.stream()
                    .filter(queue -> queue.inFlight == null)
                    .map(queue -> queue.ref)
                    .toList();
            all.forEach(this::abandon);
        }
        if (!unsent.isEmpty()) {
            outboxes.release(unsent, settings.instance());
        }
    }

    /**
     * Deletes acknowledged events from their documents. Returns how many; if the store fails, they are kept for the
     * next call.
     */
    public int deleteAcknowledged() {
        Map<OutboxRef, List<String>> batch = drainDeletes();
        if (batch.isEmpty()) {
            return 0;
        }
        try {
            outboxes.remove(batch);
        } catch (RuntimeException e) {
            rescheduleDeletes(batch);
            throw e;
        }
        return batch.values().stream().mapToInt(List::size).sum();
    }

    private synchronized Map<OutboxRef, List<String>> drainDeletes() {
        return pendingDeletes.drain();
    }

    private synchronized void rescheduleDeletes(Map<OutboxRef, List<String>> batch) {
        batch.forEach(pendingDeletes::add);
        deletes.call();
    }

    /** Claims documents again that another instance was relaying. */
    public void retryPostponed() {
        List<OutboxRef> refs;
        synchronized (this) {
            refs = new ArrayList<>(postponed);
            postponed.clear();
        }
        try {
            claim(refs);
        } catch (RuntimeException failed) {
            refs.forEach(this::postpone);
            throw failed;
        }
    }

    /**
     * Claims documents whose events no instance relays.
     *
     * @param anyAgeRequested whether to include events younger than a lease, as at start-up
     * @return the number of documents found; at the limit, the next sweep continues after them
     */
    public int sweep(boolean anyAgeRequested) {
        boolean anyAge;
        synchronized (this) {
            if (pausedAfterFailure()) {
                return 0;
            }
            anyAge = backlog.isNotEmpty() || anyAgeRequested;
        }
        Instant now = clock.instant();
        Instant before = anyAge ? now.plusSeconds(1) : now.minus(settings.lease());
        Instant since = sweepStart;
        int limit = Math.min(MAX_DOCUMENTS_PER_SWEEP, Math.max(1, settings.maxActiveDocuments() - activeDocuments()));
        List<OutboxStore.PendingDocument> found =
                outboxes.findPending(since, before, now.plus(settings.lease()), limit);
        sweepStart = found.size() < limit ? null : nextSweepStart(found, since);
        claim(notHeldHere(found));
        if (found.isEmpty() && anyAge && since == null) {
            synchronized (this) {
                backlog.clear();
            }
        }
        return found.size();
    }

    /** The next sweep skips what this one found: it is queued here or at another instance. */
    private static Instant nextSweepStart(List<OutboxStore.PendingDocument> found, @Nullable Instant since) {
        Instant last = found.stream()
                .map(OutboxStore.PendingDocument::since)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return last.equals(since) ? last.plusMillis(1) : last;
    }

    /** Leaves out documents that this relay already holds. */
    private synchronized List<OutboxRef> notHeldHere(List<OutboxStore.PendingDocument> found) {
        return found.stream()
                .map(OutboxStore.PendingDocument::ref)
                .filter(ref -> !queues.contains(ref) && !pendingDeletes.contains(ref))
                .toList();
    }

    private void claim(List<OutboxRef> refs) {
        if (refs.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Instant until = now.plus(settings.lease());
        outboxes.claimAll(refs, settings.instance(), now, until).forEach((ref, claim) -> {
            if (claim.heldElsewhere()) {
                postpone(ref);
            } else if (!claim.events().isEmpty()) {
                submit(ref, claim.events(), 0, until);
            }
        });
    }

    @Override
    public synchronized long unsent() {
        return backlog.count();
    }

    /** Age of the oldest pending event that this instance knows; zero if there is none. */
    public synchronized Duration oldestWaiting() {
        Instant now = clock.instant();
        return Stream.concat(queues.oldestEventTimes(), backlog.oldest().stream())
                .min(Comparator.naturalOrder())
                .filter(time -> time.isBefore(now))
                .map(time -> Duration.between(time, now))
                .orElse(Duration.ZERO);
    }

    /** Number of documents being relayed. */
    public synchronized int activeDocuments() {
        return queues.size();
    }

    /** Whether events were left to a sweep and the relay is not paused. */
    public synchronized boolean hasBacklog() {
        return backlog.isNotEmpty() && !pausedAfterFailure();
    }

    /** Whether the relay can use more documents. */
    public synchronized boolean hasCapacity() {
        return queues.hasCapacity();
    }

    /** Waits until a document is ready, or the time is up; a spurious wake-up only makes the sender look once more. */
    @SuppressWarnings("WaitNotInLoop")
    public synchronized void awaitReady(long millis) throws InterruptedException {
        if (!queues.anyReady()) {
            wait(millis);
        }
    }

    /** Waits until there is something to delete, or the idle time is up; then collects more for a while. */
    void awaitDeletes(long idleMillis, long collectMillis) throws InterruptedException {
        deletes.await(idleMillis);
        if (hasDeletes()) {
            manyDeletes.await(collectMillis);
        }
    }

    private synchronized boolean hasDeletes() {
        return !pendingDeletes.isEmpty();
    }

    /** Whether documents wait for a sweep or for another instance's lease. */
    synchronized boolean hasUnfinished() {
        return backlog.isNotEmpty() || !postponed.isEmpty();
    }

    /** Waits until documents are left to a sweep, or the time is up. */
    void awaitUnfinished(long millis) throws InterruptedException {
        sweeps.await(millis);
    }

    /** A pause longer than configured comes from a wrong clock and counts as over. */
    private boolean pausedAfterFailure() {
        Instant now = clock.instant();
        return now.isBefore(pausedUntil)
                && !now.plus(settings.retryAfterFailure()).isBefore(pausedUntil);
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
        notifyAll();
    }

    /** Deletes all acknowledged events of a document in one write, because each write rewrites the document. */
    private void scheduleDelete(SendQueue queue) {
        if (!queue.acknowledgedIds.isEmpty()) {
            pendingDeletes.add(queue.ref, queue.acknowledgedIds);
            queue.acknowledgedIds.clear();
            deletes.call();
            if (pendingDeletes.size() >= SUFFICIENT_DELETES) {
                manyDeletes.call();
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
        sweeps.call();
    }
}
