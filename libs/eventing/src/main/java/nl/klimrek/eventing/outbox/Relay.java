package nl.klimrek.eventing.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Brings what waits in documents to the broker: one event of a document at a time, in order, each only after the one
 * before was acknowledged; and then removes what was acknowledged.
 *
 * <p>It has no thread of its own and makes no choice that does not come from its ports and its clock: {@link #pump},
 * {@link #remove} and {@link #sweep} are steps that somebody else takes. It forgets without loss: what it does not hold
 * waits in its document until a sweep.
 */
public final class Relay {

    private static final int MAX_DOCUMENTS_PER_SWEEP = 100;
    private static final int DELETE_BATCH_EVENTS = 50;

    private final OutboxStore outboxes;
    private final Broker broker;
    private final Clock clock;
    private final OutboxSettings settings;

    private final SendQueues queues;
    private final Set<OutboxRef> postponed = new LinkedHashSet<>();
    private final RecentIds acknowledged = new RecentIds();
    private final PendingDeletes pendingDeletes = new PendingDeletes();
    private Instant pausedUntil = Instant.MIN;
    private final Backlog backlog = new Backlog();
    /** From where the next sweep goes on; null when it begins anew. The sweeper's alone. */
    private Instant sweepStart;

    public Relay(OutboxStore outboxes, Broker broker, Clock clock, OutboxSettings settings) {
        this.outboxes = outboxes;
        this.broker = broker;
        this.clock = clock;
        this.settings = settings;
        this.queues = new SendQueues(settings);
    }

    /**
     * A document's waiting events, oldest first and unbroken, that this instance may relay until then.
     *
     * @param fresh how many of them, the newest, no relay was ever given
     */
    public synchronized void submit(OutboxRef ref, List<OutboxEvent> events, int fresh, Instant until) {
        if (pausedAfterFailure() || !queues.hasRoomFor(ref)) {
            backlog.add(events, fresh);
            return;
        }
        SendQueue queue = queues.queueFor(ref);
        queue.leasedUntil = until;
        int old = events.size() - fresh;
        for (int i = 0; i < events.size(); i++) {
            OutboxEvent event = events.get(i);
            if (acknowledged.contains(event.id()) || queue.knownIds.contains(event.id())) {
                continue;
            }
            if (queues.isFull()) {
                backlog.add(events.subList(i, events.size()), Math.min(fresh, events.size() - i));
                break;
            }
            queues.add(queue, event);
            backlog.resumed(i < old ? 1 : 0);
        }
        makeReady(queue);
    }

    /** A document that another instance is relaying: looked at again by {@link #retryPostponed}. */
    public synchronized void postpone(OutboxRef ref) {
        postponed.add(ref);
    }

    /** Sends what is ready. Returns how many events were handed to the broker. */
    public int sendReady() {
        int sent = 0;
        for (SendQueue queue = nextReady(); queue != null; queue = nextReady()) {
            OutboxEvent event = queue.inFlight;
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

    private synchronized SendQueue nextReady() {
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

    private synchronized void answered(SendQueue queue, OutboxEvent event, Exception failure) {
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
        if (queue.acknowledgedIds.size() >= DELETE_BATCH_EVENTS) {
            scheduleDelete(queue);
        }
        makeReady(queue);
    }

    /** Gives up what is under way, which then waits for somebody's sweep. */
    public synchronized void stop() {
        queues.all().forEach(this::abandon);
    }

    /** Removes what was acknowledged of runs that ended from its documents. Returns how many events that were; throws when it failed. */
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
    }

    /** Looks again at documents that another instance was relaying. */
    public void retryPostponed() {
        List<OutboxRef> refs;
        synchronized (this) {
            refs = new ArrayList<>(postponed);
            postponed.clear();
        }
        claim(refs);
    }

    /**
     * Takes up documents whose events nobody relays: those of instances that are gone, and those this instance left.
     *
     * @param everything whether to look at events of any age, as at a start, rather than older than a lease
     * @return how many documents were found; when it is as many as one sweep takes, the next one goes on behind them
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

    /** From where to go on: what was found is under way now, or another's, and need not be found again before the end is reached. */
    private static Instant nextSweepStart(List<OutboxStore.PendingDocument> found, Instant since) {
        Instant last = found.stream()
                .map(OutboxStore.PendingDocument::since)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return last.equals(since) ? last.plusMillis(1) : last;
    }

    /** What is under way here has been taken already, and what it gets meanwhile is submitted. */
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

    /** Events this instance left waiting because the broker was away or too much was under way. */
    public synchronized long unsent() {
        return backlog.count();
    }

    /** How long the oldest event that this instance knows of has been waiting; zero when none waits. */
    public synchronized Duration oldestWaiting() {
        Instant now = clock.instant();
        return Stream.concat(queues.oldestEventTimes(), backlog.oldest().stream())
                .min(Comparator.naturalOrder())
                .filter(time -> time.isBefore(now))
                .map(time -> Duration.between(time, now))
                .orElse(Duration.ZERO);
    }

    /** Documents whose events are being sent. */
    public synchronized int activeDocuments() {
        return queues.size();
    }

    /** Whether documents were left to the sweep, so that it should come soon. */
    public synchronized boolean hasBacklog() {
        return backlog.isNotEmpty() && !pausedAfterFailure();
    }

    /** Whether a sweep would make it go faster. */
    public synchronized boolean hasCapacity() {
        return queues.hasCapacity();
    }

    /** Waits until there may be something to send, or the time is up. */
    public synchronized void awaitReady(long millis) throws InterruptedException {
        if (!queues.anyReady()) {
            wait(millis);
        }
    }

    /** A rest that seems longer than any is one that was begun under a clock that was wrong. */
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

    /** A document is written once for all of a run, not once for each event: it can hold many, and is written as a whole. */
    private void scheduleDelete(SendQueue queue) {
        if (!queue.acknowledgedIds.isEmpty()) {
            pendingDeletes.add(queue.ref, queue.acknowledgedIds);
            queue.acknowledgedIds.clear();
        }
    }

    /** The rest of this document waits for a sweep. */
    private void abandon(SendQueue queue) {
        if (queues.close(queue)) {
            scheduleDelete(queue);
            backlog.add(queue.events, queue.events.size());
        }
    }
}
