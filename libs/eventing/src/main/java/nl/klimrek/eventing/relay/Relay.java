package nl.klimrek.eventing.relay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import nl.klimrek.eventing.outbox.OutboxEvent;
import nl.klimrek.eventing.outbox.OutboxQueue;
import nl.klimrek.eventing.outbox.OutboxRef;
import nl.klimrek.eventing.outbox.OutboxSettings;
import nl.klimrek.eventing.outbox.OutboxStore;

/**
 * Sends pending events to the broker and deletes them from their documents afterwards. Per document it sends one
 * event at a time, in order, and waits for each acknowledgement.
 *
 * <p>It has no thread of its own: {@link #sendReady}, {@link #deleteAcknowledged} and {@link #sweep} are steps that
 * {@link RelayThreads} calls. State is in memory only; the next sweep finds what was lost.
 */
public final class Relay implements OutboxQueue {

    private static final long SENT_POLL_MILLIS = 20;
    private static final long ROOM_POLL_MILLIS = 10;

    private final OutboxStore outboxes;
    private final Broker broker;
    private final OutboxSettings settings;
    private final RelaySignals signals = new RelaySignals();
    private final RelayState state;
    private final OutboxSweep sweep;
    private volatile boolean running;

    public Relay(OutboxStore outboxes, Broker broker, Clock clock, OutboxSettings settings) {
        this.outboxes = outboxes;
        this.broker = broker;
        this.settings = settings;
        this.state = new RelayState(clock, settings, signals);
        this.sweep = new OutboxSweep(outboxes, state, clock, settings);
    }

    @Override
    public void submit(OutboxRef ref, List<OutboxEvent> events, int fresh, Instant until) {
        state.submit(ref, events, fresh, until);
    }

    @Override
    public void postpone(OutboxRef ref) {
        state.postpone(ref);
    }

    /** Deletes at once what is acknowledged, and waits for a moment. A relay without threads sends nothing meanwhile. */
    @Override
    public boolean awaitRoom(OutboxRef ref) {
        if (!running || !state.makeRoom(ref)) {
            return false;
        }
        try {
            TimeUnit.MILLISECONDS.sleep(ROOM_POLL_MILLIS);
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

    /** Sends the first event of each ready document. Returns the number of events sent. */
    public int sendReady() {
        int sent = 0;
        for (SendQueue queue = state.nextReady(); queue != null; queue = state.nextReady()) {
            OutboxEvent event = Objects.requireNonNull(queue.inFlight);
            SendQueue sending = queue;
            try {
                broker.send(event, failure -> state.answered(sending, event, failure));
            } catch (RuntimeException e) {
                state.answered(sending, event, e);
            }
            sent++;
        }
        return sent;
    }

    /** Waits until no document is being relayed any more, or the time is up. */
    public void awaitSent(Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (state.activeDocuments() > 0 && System.nanoTime() - deadline < 0) {
            TimeUnit.MILLISECONDS.sleep(SENT_POLL_MILLIS);
        }
    }

    /**
     * Leaves all queued events to the next sweep, and gives back the leases of their documents. A document with an event on
     * its way keeps its lease, so that no other instance sends what follows before the broker decided about that one.
     */
    public void stop() {
        List<OutboxRef> unsent = state.abandonAll();
        if (!unsent.isEmpty()) {
            outboxes.release(unsent, settings.instance());
        }
    }

    /**
     * Deletes acknowledged events from their documents. Returns how many; if the store fails, they are kept for the
     * next call.
     */
    public int deleteAcknowledged() {
        Map<OutboxRef, List<String>> batch = state.drainDeletes();
        if (batch.isEmpty()) {
            return 0;
        }
        try {
            outboxes.remove(batch);
        } catch (RuntimeException e) {
            state.rescheduleDeletes(batch);
            throw e;
        }
        return batch.values().stream().mapToInt(List::size).sum();
    }

    /** Claims documents again that another instance was relaying. */
    public void retryPostponed() {
        sweep.retryPostponed();
    }

    /**
     * Claims documents whose events no instance relays.
     *
     * @param anyAgeRequested whether to include events younger than a lease, as at start-up
     * @return the number of documents found; at the limit, the next sweep continues after them
     */
    public int sweep(boolean anyAgeRequested) {
        return sweep.sweep(anyAgeRequested);
    }

    @Override
    public long unsent() {
        return state.unsent();
    }

    /** Age of the oldest pending event that this instance knows; zero if there is none. */
    public Duration oldestWaiting() {
        return state.oldestWaiting();
    }

    /** Number of documents being relayed. */
    public int activeDocuments() {
        return state.activeDocuments();
    }

    /** Whether events were left to a sweep and the relay is not paused. */
    public boolean hasBacklog() {
        return state.hasBacklog() && !state.isPaused();
    }

    /** Whether the relay can use more documents. */
    public boolean hasCapacity() {
        return state.hasCapacity();
    }

    /** Waits until a document is ready, or the time is up. */
    public void awaitReady(long millis) throws InterruptedException {
        if (!state.anyReady()) {
            signals.awaitReady(millis);
        }
    }

    /** Waits until there is something to delete, or the idle time is up; then collects more for a while. */
    void awaitDeletes(long idleMillis, long collectMillis) throws InterruptedException {
        signals.awaitDeletes(idleMillis);
        if (state.hasDeletes()) {
            signals.awaitManyDeletes(collectMillis);
        }
    }

    /** Whether documents wait for a sweep or for another instance's lease. */
    boolean hasUnfinished() {
        return state.hasUnfinished();
    }

    /** Waits until documents are left to a sweep, or the time is up. */
    void awaitUnfinished(long millis) throws InterruptedException {
        signals.awaitUnfinished(millis);
    }
}
