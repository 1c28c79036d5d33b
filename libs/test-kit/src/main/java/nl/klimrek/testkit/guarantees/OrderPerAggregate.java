package nl.klimrek.testkit.guarantees;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * On its topic, the events of one aggregate arrive for the first time in the order in which they became facts, without a
 * gap. An event may arrive again, and then so may those after it.
 *
 * <ul>
 * <li>Legal in a later epoch, which begins after a restore: 7 8 9.
 * <li>Legal: 1 2 3. 1 1 2. 1 2 1 2 3. Aggregates a and b mixed: a1 b1 b2 a2.
 * <li>Illegal: 2 1. 1 3 2. 1 3. 1 2 with another event as 2 later on.
 * </ul>
 */
public final class OrderPerAggregate implements Guarantee {

    private final Map<String, NavigableMap<Long, String>> byStream = new HashMap<>();
    private long arrivals;

    /**
     * The next record of the topic, in the order of its partition.
     *
     * @param stream source and aggregate in which the sequence counts
     * @param sequence from 1
     * @param event id of the event
     * @throws GuaranteeBroken when it arrives out of order
     */
    public synchronized void arrived(String stream, long sequence, String event) {
        arrivals++;
        boolean beginsEpoch = stream.contains(PublishedEvent.EPOCH) && !byStream.containsKey(stream);
        NavigableMap<Long, String> before = byStream.computeIfAbsent(stream, s -> new TreeMap<>());
        String known = before.get(sequence);
        long last = before.isEmpty() ? 0 : before.lastKey();
        if (known == null && sequence != last + 1 && !beginsEpoch) {
            throw new GuaranteeBroken(this, stream + ": " + sequence + " arrived for the first time after " + last);
        }
        if (known != null && !known.equals(event)) {
            throw new GuaranteeBroken(
                    this, stream + ": two different events are number " + sequence + ", " + known + " and " + event);
        }
        before.put(sequence, event);
    }

    @Override
    public String promise() {
        return "the events of an aggregate arrive in their order";
    }

    @Override
    public synchronized long seen() {
        return arrivals;
    }

    /** Nothing is left to judge: what arrives out of order is refused when it arrives. */
    @Override
    public void judge() {
        if (seen() == 0) {
            throw new GuaranteeBroken(this, "nothing ever arrived");
        }
    }
}
