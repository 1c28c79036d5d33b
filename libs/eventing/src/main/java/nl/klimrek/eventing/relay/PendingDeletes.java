package nl.klimrek.eventing.relay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.klimrek.eventing.outbox.OutboxRef;

/** Acknowledged events that are still in their documents. Not thread-safe; the relay guards it. */
final class PendingDeletes {

    private Map<OutboxRef, List<String>> ids = new LinkedHashMap<>();

    void add(OutboxRef ref, List<String> acknowledged) {
        ids.computeIfAbsent(ref, none -> new ArrayList<>()).addAll(acknowledged);
    }

    boolean contains(OutboxRef ref) {
        return ids.containsKey(ref);
    }

    boolean isEmpty() {
        return ids.isEmpty();
    }

    /** Number of documents. */
    int size() {
        return ids.size();
    }

    /** Returns all entries and clears them. */
    Map<OutboxRef, List<String>> drain() {
        Map<OutboxRef, List<String>> drained = ids;
        ids = new LinkedHashMap<>();
        return drained;
    }
}
