package nl.klimrek.testkit.guarantees;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * An event that was removed from its document's outbox is never in it again. Readers and removers work at the same time,
 * so a reading counts from the moment it began: only what was gone by then may not be seen by it.
 *
 * <ul>
 * <li>Legal, outboxes as read: [] [1] [1 2] [2] []. Removed 1 while a reading was under way that still shows 1.
 * <li>Illegal: [1] [] [1]. Removed 1, then [1]. [1 2] [2] [1 2].
 * </ul>
 */
public final class RemovedEventNeverReturns implements Guarantee {

    private final Map<String, Map<String, Long>> waiting = new HashMap<>();
    private final Map<String, Long> goneAt = new HashMap<>();
    private long moment;
    private long readings;

    /** To be asked before a reading begins. */
    public synchronized long now() {
        return ++moment;
    }

    /** These events were removed; the store has confirmed it. */
    public synchronized void removed(Collection<String> events) {
        events.forEach(event -> goneAt.putIfAbsent(event, ++moment));
    }

    /**
     * What was read of a document.
     *
     * @param begun {@link #now()} from before the reading
     * @param document whose outbox it is
     * @param outbox ids of the events that wait there
     * @throws GuaranteeBroken when one of them was gone when the reading began
     */
    public synchronized void read(long begun, String document, Collection<String> outbox) {
        readings++;
        Map<String, Long> known = waiting.computeIfAbsent(document, d -> new HashMap<>());
        for (String event : outbox) {
            Long gone = goneAt.get(event);
            if (gone != null && gone < begun) {
                throw new GuaranteeBroken(
                        this, "event " + event + " is in " + document + " again after it was removed");
            }
        }
        Set<String> there = new HashSet<>(outbox);
        known.forEach((event, since) -> {
            if (since < begun && !there.contains(event)) {
                goneAt.putIfAbsent(event, ++moment);
            }
        });
        known.keySet().removeIf(goneAt::containsKey);
        there.forEach(event -> known.putIfAbsent(event, ++moment));
    }

    @Override
    public String promise() {
        return "a removed event never returns";
    }

    @Override
    public synchronized long seen() {
        return readings;
    }

    /** Nothing is left to judge: what returns is refused when it is seen. */
    @Override
    public void judge() {
        if (seen() == 0) {
            throw new GuaranteeBroken(this, "no outbox was ever read");
        }
    }
}
