package nl.klimrek.eventing.metrics;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Counts records that retention deleted before the group read them: the gap between its committed offset and the log. */
final class UnreadDeletions {

    private final Map<TopicPartition, Long> countedUpTo = new HashMap<>();

    /**
     * Returns how many records were deleted unread since the last call for this partition.
     *
     * @param committed committed offset of the group; null if it has none, so that it never began to read
     * @param first first offset that is still there
     */
    long count(TopicPartition partition, @Nullable Long committed, long first) {
        if (committed == null || committed >= first) {
            return 0;
        }
        long from = Math.max(committed, countedUpTo.getOrDefault(partition, 0L));
        countedUpTo.put(partition, first);
        return Math.max(0, first - from);
    }
}
