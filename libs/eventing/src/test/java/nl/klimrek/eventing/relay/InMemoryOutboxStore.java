package nl.klimrek.eventing.relay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.klimrek.eventing.outbox.OutboxEvent;
import nl.klimrek.eventing.outbox.OutboxRef;
import nl.klimrek.eventing.outbox.OutboxStore;

/** An outbox store that holds what a test puts in and records what was removed. */
public final class InMemoryOutboxStore implements OutboxStore {
    private final Map<OutboxRef, List<OutboxEvent>> held = new LinkedHashMap<>();
    public final Set<OutboxRef> heldElsewhere = new HashSet<>();
    public final List<String> removed = new ArrayList<>();
    public final List<String> released = new ArrayList<>();
    /** Fails each call while it is set. */
    public RuntimeException failure;

    public Instant askedBefore;
    public Instant askedAfter;
    public int askedFor;
    public final List<Instant> askedSince = new ArrayList<>();
    public int claims;

    public void hold(OutboxRef ref, List<OutboxEvent> events) {
        held.put(ref, events);
    }

    @Override
    public Claim claim(OutboxRef ref, String instance, Instant now, Instant until) {
        failIfBroken();
        claims++;
        return heldElsewhere.contains(ref)
                ? new Claim(List.of(), true)
                : new Claim(held.getOrDefault(ref, List.of()), false);
    }

    @Override
    public void release(List<OutboxRef> refs, String instance) {
        refs.forEach(ref -> released.add(ref + " of " + instance));
    }

    @Override
    public void remove(Map<OutboxRef, List<String>> acknowledged) {
        failIfBroken();
        acknowledged.values().forEach(removed::addAll);
    }

    @Override
    public List<PendingDocument> findPending(Instant since, Instant before, Instant after, int limit) {
        failIfBroken();
        askedSince.add(since);
        askedBefore = before;
        askedAfter = after;
        askedFor = limit;
        return held.entrySet().stream()
                .map(each -> new PendingDocument(
                        each.getKey(), each.getValue().get(0).time()))
                .filter(each -> since == null || !each.since().isBefore(since))
                .sorted(Comparator.comparing(PendingDocument::since))
                .limit(limit)
                .toList();
    }

    private void failIfBroken() {
        if (failure != null) {
            throw failure;
        }
    }
}
