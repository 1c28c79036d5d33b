package nl.klimrek.testkit.guarantees;

import java.util.HashMap;
import java.util.Map;

/**
 * All records of one key are in one partition, and each group has their effects in the order in which they are there: it
 * may go back and take them again, but never takes a later one before an earlier one.
 *
 * <ul>
 * <li>Legal, offsets of one key: 3 5 9. 3 5 3 5 9. Group g at 9 while group h is at 3.
 * <li>Illegal: 3 9 5. The same key in partitions 0 and 1.
 * </ul>
 */
public final class OrderPerKey implements Guarantee {

    private final Map<String, Integer> partitionOf = new HashMap<>();
    private final Map<String, Map<Long, Boolean>> taken = new HashMap<>();
    private final Map<String, Long> furthest = new HashMap<>();
    private long records;

    /**
     * This group's effect of a record, or of seeing it again.
     *
     * @throws GuaranteeBroken when it overtook an earlier one, or is where it should not be
     */
    public synchronized void taken(String group, String key, int partition, long offset) {
        records++;
        Integer known = partitionOf.putIfAbsent(key, partition);
        if (known != null && known != partition) {
            throw new GuaranteeBroken(this, "key " + key + " is in partitions " + known + " and " + partition);
        }
        String place = group + " " + key;
        boolean first = taken.computeIfAbsent(place, p -> new HashMap<>()).putIfAbsent(offset, true) == null;
        long before = furthest.getOrDefault(place, -1L);
        if (first && offset < before) {
            throw new GuaranteeBroken(
                    this,
                    "group " + group + " took offset " + offset + " of key " + key + " in partition " + partition
                            + " for the first time after " + before);
        }
        furthest.merge(place, offset, Math::max);
    }

    @Override
    public String promise() {
        return "the records of a key are taken in their order";
    }

    @Override
    public synchronized long seen() {
        return records;
    }

    /** Nothing is left to judge: what overtakes is refused when it does. */
    @Override
    public void judge() {
        if (seen() == 0) {
            throw new GuaranteeBroken(this, "no group ever took anything");
        }
    }
}
