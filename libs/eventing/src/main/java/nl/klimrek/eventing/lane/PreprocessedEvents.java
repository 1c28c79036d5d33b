package nl.klimrek.eventing.lane;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Ids of the events that a preprocessor has already handled in the current poll. */
public final class PreprocessedEvents {

    private final PollLocal<Set<String>> events = new PollLocal<>(ConcurrentHashMap::newKeySet);

    /** Forgets the previous poll. */
    public void clear() {
        events.get().clear();
    }

    /** Marks these events as handled. */
    public void add(Collection<String> ids) {
        events.get().addAll(ids);
    }

    /** Whether this event was handled; asked once, in its turn. */
    public boolean remove(String id) {
        return events.get().remove(id);
    }
}
