package nl.klimrek.testkit.guarantees;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The journal has every event of every aggregate once: its entries of one aggregate are 1, 2, 3, … up to the last that
 * was published, in this order.
 *
 * <ul>
 * <li>Legal in a later epoch, which begins after a restore: published 7 8, entries 7 8.
 * <li>Legal: published 1 2 3, entries 1 2 3. Published 1 2 1 2 3, entries 1 2 3. Aggregates mixed: a1 b1 a2.
 * <li>Illegal: entries 1 3. Entries 2 3. Entries 1 2 2. Entries 2 1. Published 1 2 3, entries 1 2. Entry 1 of what was
 * never published.
 * </ul>
 */
public final class JournalIsComplete implements Guarantee {

    private final Map<String, TreeSet<Long>> published = new TreeMap<>();
    private final Map<String, Long> journalled = new TreeMap<>();
    private long entries;

    /** An event of this source and aggregate is on its topic. */
    public synchronized void published(String stream, long sequence) {
        published.computeIfAbsent(stream, s -> new TreeSet<>()).add(sequence);
    }

    /**
     * The next entry of the journal, in its order.
     *
     * @throws GuaranteeBroken when it is not the one after the last of its aggregate
     */
    public synchronized void entry(String stream, long sequence) {
        entries++;
        long last = journalled.getOrDefault(stream, 0L);
        boolean beginsEpoch = last == 0 && stream.contains(PublishedEvent.EPOCH);
        if (sequence != last + 1 && !beginsEpoch) {
            throw new GuaranteeBroken(this, "the journal has " + stream + " " + sequence + " after " + last);
        }
        journalled.put(stream, sequence);
    }

    @Override
    public String promise() {
        return "the journal is complete";
    }

    @Override
    public synchronized long seen() {
        return entries;
    }

    @Override
    public synchronized void judge() {
        published.forEach((stream, sequences) -> {
            long last = journalled.getOrDefault(stream, 0L);
            if (sequences.last() != last) {
                throw new GuaranteeBroken(
                        this,
                        "the journal ends at " + stream + " " + last + " and " + sequences.last() + " was published");
            }
        });
        journalled.keySet().stream()
                .filter(stream -> !published.containsKey(stream))
                .findFirst()
                .ifPresent(stream -> {
                    throw new GuaranteeBroken(this, "the journal has " + stream + ", of which nothing was published");
                });
    }
}
