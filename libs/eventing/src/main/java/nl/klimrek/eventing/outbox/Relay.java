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

    private static final int SWEEP_AT_ONCE = 100;
    private static final int REMOVED_TOGETHER = 50;

    private final OutboxStore outboxes;
    private final Broker broker;
    private final Clock clock;
    private final OutboxSettings settings;

    private final SendQueues runs;
    private final Set<OutboxRef> postponed = new LinkedHashSet<>();
    private final RecentIds acknowledged = new RecentIds();
    private final PendingDeletes removals = new PendingDeletes();
    private Instant restUntil = Instant.MIN;
    private final Backlog left = new Backlog();
    /** From where the next sweep goes on; null when it begins anew. The sweeper's alone. */
    private Instant sweptTo;

    public Relay(OutboxStore outboxes, Broker broker, Clock clock, OutboxSettings settings) {
        this.outboxes = outboxes;
        this.broker = broker;
        this.clock = clock;
        this.settings = settings;
        this.runs = new SendQueues(settings);
    }

    /**
     * A document's waiting events, oldest first and unbroken, that this instance may relay until then.
     *
     * @param fresh how many of them, the newest, no relay was ever given
     */
    public synchronized void submit(OutboxRef ref, List<OutboxEvent> events, int fresh, Instant until) {
        if (resting() || !runs.haveRoomFor(ref)) {
            left.add(events, fresh);
            return;
        }
        SendQueue run = runs.of(ref);
        run.until = until;
        int old = events.size() - fresh;
        for (int i = 0; i < events.size(); i++) {
            OutboxEvent event = events.get(i);
            if (acknowledged.contains(event.id()) || run.known.contains(event.id())) {
                continue;
            }
            if (runs.areFull()) {
                left.add(events.subList(i, events.size()), Math.min(fresh, events.size() - i));
                break;
            }
            runs.add(run, event);
            left.takenUp(i < old ? 1 : 0);
        }
        makeReady(run);
    }

    /** A document that another instance is relaying: looked at again by {@link #retryPostponed}. */
    public synchronized void postpone(OutboxRef ref) {
        postponed.add(ref);
    }

    /** Sends what is ready. Returns how many events were handed to the broker. */
    public int pump() {
        int sent = 0;
        for (SendQueue run = nextReady(); run != null; run = nextReady()) {
            OutboxEvent event = run.inFlight;
            SendQueue sending = run;
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
        SendQueue run = runs.nextReady();
        while (run != null) {
            if (clock.instant().isBefore(run.until)) {
                run.inFlight = run.events.peek();
                return run;
            }
            giveUp(run);
            run = runs.nextReady();
        }
        return null;
    }

    private synchronized void answered(SendQueue run, OutboxEvent event, Exception failure) {
        if (run.inFlight != event) {
            return;
        }
        run.inFlight = null;
        if (failure != null) {
            giveUp(run);
            restUntil = clock.instant().plus(settings.retryAfterFailure());
            return;
        }
        runs.shorten(run);
        acknowledged.add(event.id());
        run.acknowledged.add(event.id());
        if (run.acknowledged.size() >= REMOVED_TOGETHER) {
            toBeRemoved(run);
        }
        makeReady(run);
    }

    /** Gives up what is under way, which then waits for somebody's sweep. */
    public synchronized void stop() {
        runs.all().forEach(this::giveUp);
    }

    /** Removes what was acknowledged of runs that ended from its documents. Returns how many events that were; throws when it failed. */
    public int remove() {
        Map<OutboxRef, List<String>> batch = takeBatch();
        if (batch.isEmpty()) {
            return 0;
        }
        try {
            outboxes.remove(batch);
        } catch (RuntimeException e) {
            putBack(batch);
            throw e;
        }
        return batch.values().stream().mapToInt(List::size).sum();
    }

    private synchronized Map<OutboxRef, List<String>> takeBatch() {
        return removals.take();
    }

    private synchronized void putBack(Map<OutboxRef, List<String>> batch) {
        batch.forEach(removals::add);
    }

    /** Looks again at documents that another instance was relaying. */
    public void retryPostponed() {
        List<OutboxRef> refs;
        synchronized (this) {
            refs = new ArrayList<>(postponed);
            postponed.clear();
        }
        take(refs);
    }

    /**
     * Takes up documents whose events nobody relays: those of instances that are gone, and those this instance left.
     *
     * @param everything whether to look at events of any age, as at a start, rather than older than a lease
     * @return how many documents were found; when it is as many as one sweep takes, the next one goes on behind them
     */
    public int sweep(boolean everything) {
        boolean young;
        synchronized (this) {
            if (resting()) {
                return 0;
            }
            young = left.any() || everything;
        }
        Instant now = clock.instant();
        Instant before = young ? now.plusSeconds(1) : now.minus(settings.lease());
        Instant since = sweptTo;
        int most = Math.min(SWEEP_AT_ONCE, Math.max(1, settings.mostDocuments() - underWay()));
        List<OutboxStore.Waiting> found = outboxes.waiting(since, before, now.plus(settings.lease()), most);
        sweptTo = found.size() < most ? null : behind(found, since);
        take(notTaken(found));
        if (found.isEmpty() && young && since == null) {
            synchronized (this) {
                left.clear();
            }
        }
        return found.size();
    }

    /** From where to go on: what was found is under way now, or another's, and need not be found again before the end is reached. */
    private static Instant behind(List<OutboxStore.Waiting> found, Instant since) {
        Instant last = found.stream()
                .map(OutboxStore.Waiting::since)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return last.equals(since) ? last.plusMillis(1) : last;
    }

    /** What is under way here has been taken already, and what it gets meanwhile is submitted. */
    private synchronized List<OutboxRef> notTaken(List<OutboxStore.Waiting> found) {
        return found.stream()
                .map(OutboxStore.Waiting::ref)
                .filter(ref -> !runs.hold(ref) && !removals.holds(ref))
                .toList();
    }

    private void take(List<OutboxRef> refs) {
        if (refs.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Instant until = now.plus(settings.lease());
        outboxes.takeAll(refs, settings.instance(), now, until).forEach((ref, taken) -> {
            if (taken.elsewhere()) {
                postpone(ref);
            } else if (!taken.events().isEmpty()) {
                submit(ref, taken.events(), 0, until);
            }
        });
    }

    /** Events this instance left waiting because the broker was away or too much was under way. */
    public synchronized long unsent() {
        return left.count();
    }

    /** How long the oldest event that this instance knows of has been waiting; zero when none waits. */
    public synchronized Duration oldestWaiting() {
        Instant now = clock.instant();
        return Stream.concat(runs.waitingSince(), left.oldest().stream())
                .min(Comparator.naturalOrder())
                .filter(time -> time.isBefore(now))
                .map(time -> Duration.between(time, now))
                .orElse(Duration.ZERO);
    }

    /** Documents whose events are being sent. */
    public synchronized int underWay() {
        return runs.size();
    }

    /** Whether documents were left to the sweep, so that it should come soon. */
    public synchronized boolean behind() {
        return left.any() && !resting();
    }

    /** Whether a sweep would make it go faster. */
    public synchronized boolean hasRoom() {
        return runs.areFew();
    }

    /** Waits until there may be something to send, or the time is up. */
    public synchronized void awaitReady(long millis) throws InterruptedException {
        if (!runs.anyReady()) {
            wait(millis);
        }
    }

    /** A rest that seems longer than any is one that was begun under a clock that was wrong. */
    private boolean resting() {
        Instant now = clock.instant();
        return now.isBefore(restUntil)
                && !now.plus(settings.retryAfterFailure()).isBefore(restUntil);
    }

    private void makeReady(SendQueue run) {
        if (run.inFlight != null || run.queued) {
            return;
        }
        if (run.events.isEmpty()) {
            runs.end(run);
            toBeRemoved(run);
            return;
        }
        runs.ready(run);
        notifyAll();
    }

    /** A document is written once for all of a run, not once for each event: it can hold many, and is written as a whole. */
    private void toBeRemoved(SendQueue run) {
        if (!run.acknowledged.isEmpty()) {
            removals.add(run.ref, run.acknowledged);
            run.acknowledged.clear();
        }
    }

    /** The rest of this document waits for a sweep. */
    private void giveUp(SendQueue run) {
        if (runs.end(run)) {
            toBeRemoved(run);
            left.add(run.events, run.events.size());
        }
    }
}
