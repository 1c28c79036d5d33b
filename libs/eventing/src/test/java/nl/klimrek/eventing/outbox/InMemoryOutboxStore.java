package nl.klimrek.eventing.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** OutboxStore that hold what a test says, and remember what was removed. */
final class InMemoryOutboxStore implements OutboxStore {
    private final Map<OutboxRef, List<OutboxEvent>> held = new LinkedHashMap<>();
    final Set<OutboxRef> elsewhere = new HashSet<>();
    final List<String> removed = new ArrayList<>();
    boolean broken;
    Instant askedBefore;
    Instant askedAfter;
    int askedFor;
    final List<Instant> askedSince = new ArrayList<>();
    int taken;

    void hold(OutboxRef ref, List<OutboxEvent> events) {
        held.put(ref, events);
    }

    @Override
    public Taken take(OutboxRef ref, String instance, Instant now, Instant until) {
        taken++;
        return elsewhere.contains(ref)
                ? new Taken(List.of(), true)
                : new Taken(held.getOrDefault(ref, List.of()), false);
    }

    @Override
    public void remove(Map<OutboxRef, List<String>> acknowledged) {
        if (broken) {
            throw new IllegalStateException("away");
        }
        acknowledged.values().forEach(removed::addAll);
    }

    @Override
    public List<Waiting> waiting(Instant since, Instant before, Instant after, int limit) {
        askedSince.add(since);
        askedBefore = before;
        askedAfter = after;
        askedFor = limit;
        return held.entrySet().stream()
                .map(each -> new Waiting(each.getKey(), each.getValue().get(0).time()))
                .filter(each -> since == null || !each.since().isBefore(since))
                .sorted(Comparator.comparing(Waiting::since))
                .limit(limit)
                .toList();
    }
}
