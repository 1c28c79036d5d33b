package nl.klimrek.eventing.marker;

import java.util.ArrayList;
import java.util.List;
import nl.klimrek.eventing.EventPosition;
import org.jspecify.annotations.Nullable;

/**
 * Where the events of a stream that raised its highest sequence were read: one position per partition, the partition of
 * the highest last. A stream has a second partition only after partitions were added to its topic.
 *
 * @param positions partition and offset of each in turn
 */
record ReadPositions(List<Long> positions) {

    /** Partitions are added once in years; of older moves only redeliveries matter. */
    static final int MAX_PARTITIONS = 4;

    static final ReadPositions NONE = new ReadPositions(List.of());

    /** Reads {@link #positions()}; null means none. */
    static ReadPositions fromList(@Nullable List<? extends Number> stored) {
        return stored == null
                ? NONE
                : new ReadPositions(stored.stream().map(Number::longValue).toList());
    }

    /**
     * Whether an event below the highest sequence can have been overtaken. Within one partition it cannot: there it is a
     * redelivery or a duplicate of the publisher. Neither can it if a later record of its partition was applied before.
     */
    boolean canHaveOvertaken(@Nullable EventPosition event) {
        if (event == null || positions.isEmpty() || positions.get(positions.size() - 2) == event.partition()) {
            return false;
        }
        for (int i = 0; i < positions.size(); i += 2) {
            if (positions.get(i) == event.partition() && event.offset() <= positions.get(i + 1)) {
                return false;
            }
        }
        return true;
    }

    /** The positions after an event with a new highest sequence. */
    ReadPositions afterHighest(@Nullable EventPosition event) {
        if (event == null) {
            return this;
        }
        List<Long> next = new ArrayList<>(positions);
        for (int i = 0; i < next.size(); i += 2) {
            if (next.get(i) == event.partition()) {
                next.subList(i, i + 2).clear();
                break;
            }
        }
        next.add((long) event.partition());
        next.add(event.offset());
        while (next.size() > 2 * MAX_PARTITIONS) {
            next.subList(0, 2).clear();
        }
        return new ReadPositions(next);
    }
}
