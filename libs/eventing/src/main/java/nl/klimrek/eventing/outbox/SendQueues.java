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
    private static final int ENOUGH = 500;

    private final OutboxSettings settings;
    private final Map<OutboxRef, SendQueue> runs = new HashMap<>();
    private final Deque<SendQueue> ready = new ArrayDeque<>();
    private long held;

    SendQueues(OutboxSettings settings) {
        this.settings = settings;
    }

    int size() {
        return runs.size();
    }

    boolean hold(OutboxRef ref) {
        return runs.containsKey(ref);
    }

    /** Whether this document may be under way, as far as memory goes. */
    boolean haveRoomFor(OutboxRef ref) {
        return hold(ref) || runs.size() < settings.mostDocuments() && !areFull();
    }

    /** What is more than memory may hold waits in its document, behind what is held of it. */
    boolean areFull() {
        return held >= settings.mostHeld();
    }

    /** Whether to look for more documents. */
    boolean areFew() {
        return runs.size() < ENOUGH && held < settings.mostHeld() / 2;
    }

    SendQueue of(OutboxRef ref) {
        return runs.computeIfAbsent(ref, SendQueue::new);
    }

    List<SendQueue> all() {
        return List.copyOf(runs.values());
    }

    void add(SendQueue run, OutboxEvent event) {
        run.known.add(event.id());
        run.events.add(event);
        held += event.size();
    }

    /** The first event of a run has gone. */
    void shorten(SendQueue run) {
        held -= run.events.remove().size();
    }

    /** False when it had ended before. */
    boolean end(SendQueue run) {
        if (!runs.remove(run.ref, run)) {
            return false;
        }
        held -= run.events.stream().mapToInt(OutboxEvent::size).sum();
        return true;
    }

    void ready(SendQueue run) {
        run.queued = true;
        ready.add(run);
    }

    boolean anyReady() {
        return !ready.isEmpty();
    }

    /** The one that has been ready for longest; null when none is. */
    SendQueue nextReady() {
        SendQueue run = ready.poll();
        if (run != null) {
            run.queued = false;
        }
        return run;
    }

    /** Since when the oldest event of each has been waiting; one without any has ended. */
    Stream<Instant> waitingSince() {
        return runs.values().stream().map(run -> run.events.element().time());
    }
}
