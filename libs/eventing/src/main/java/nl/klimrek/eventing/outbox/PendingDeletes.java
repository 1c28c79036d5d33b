package nl.klimrek.eventing.outbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Events that were acknowledged and wait to be removed from their documents; guarded by its relay. */
final class PendingDeletes {

    private Map<OutboxRef, List<String>> ids = new LinkedHashMap<>();

    void add(OutboxRef ref, List<String> acknowledged) {
        ids.computeIfAbsent(ref, none -> new ArrayList<>()).addAll(acknowledged);
    }

    boolean contains(OutboxRef ref) {
        return ids.containsKey(ref);
    }

    /** Empties it. */
    Map<OutboxRef, List<String>> drain() {
        Map<OutboxRef, List<String>> drained = ids;
        ids = new LinkedHashMap<>();
        return drained;
    }
}
