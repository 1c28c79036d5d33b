package nl.klimrek.eventing.relay;

import java.util.LinkedHashSet;
import java.util.Set;

/** The newest ids, in a bounded set. Not thread-safe; the relay guards it. */
final class RecentIds {

    private static final int MAX_IDS = 20_000;

    private final Set<String> ids = new LinkedHashSet<>();

    void add(String id) {
        ids.add(id);
        if (ids.size() > MAX_IDS) {
            ids.remove(ids.iterator().next());
        }
    }

    boolean contains(String id) {
        return ids.contains(id);
    }
}
