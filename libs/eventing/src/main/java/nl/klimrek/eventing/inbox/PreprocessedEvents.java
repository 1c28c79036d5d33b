package nl.klimrek.eventing.inbox;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Ids of the events that a preprocessor has already handled in the current poll. One set per listener thread. */
public final class PreprocessedEvents {

    private final ThreadLocal<Set<String>> events = ThreadLocal.withInitial(HashSet::new);

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
