package nl.klimrek.testkit.guarantees;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The version of a document never goes back: a read that begins after a version was seen or acknowledged returns that version or a later
 * one.
 *
 * <ul>
 * <li>Legal: 1 1 2 5. A reading that began before 2 was seen, and shows 1 after it.
 * <li>Illegal: 1 2 1. Acknowledged 3, then read 2. Read 2, then the document is gone (version 0).
 * </ul>
 */
public final class VersionsNeverGoBack implements Guarantee {

    private final Map<String, TreeMap<Long, Long>> byDocument = new HashMap<>();
    private long moment;
    private long readings;

    /** To be asked before a reading begins. */
    public synchronized long now() {
        return ++moment;
    }

    /**
     * The version that a reading or an acknowledged write gave.
     *
     * @param begun {@link #now()} from before it
     * @param document which document
     * @param version 0 when there is none
     * @throws GuaranteeBroken when a later version was known when it began
     */
    public synchronized void saw(long begun, String document, long version) {
        readings++;
        TreeMap<Long, Long> known = byDocument.computeIfAbsent(document, d -> new TreeMap<>(Map.of(0L, 0L)));
        long before = known.floorEntry(begun).getValue();
        if (version < before) {
            throw new GuaranteeBroken(this, document + " went back from version " + before + " to " + version);
        }
        if (version > known.lastEntry().getValue()) {
            known.put(++moment, version);
        }
    }

    @Override
    public String promise() {
        return "versions never go back";
    }

    @Override
    public synchronized long seen() {
        return readings;
    }

    /** Nothing is left to judge: what goes back is refused when it is seen. */
    @Override
    public void judge() {
        if (seen() == 0) {
            throw new GuaranteeBroken(this, "no document was ever read");
        }
    }
}
