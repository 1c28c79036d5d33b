package nl.klimrek.eventing.inbox;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Which events of the poll at hand a handler has dealt with already, in {@link EventHandlers#ahead}. Each listening thread
 * has its own.
 */
public final class PreprocessedEvents {

    private final ThreadLocal<Set<String>> events = ThreadLocal.withInitial(HashSet::new);

    /** Another poll begins; what was left of the one before is forgotten. */
    public void clear() {
        events.get().clear();
    }

    /** These events, by their ids, need nothing any more when it is their turn. */
    public void add(Collection<String> ids) {
        events.get().addAll(ids);
    }

    /** Whether this event was dealt with; asked once, when it is its turn. */
    public boolean remove(String id) {
        return events.get().remove(id);
    }
}
