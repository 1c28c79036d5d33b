package nl.klimrek.admin.restore;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import nl.klimrek.admin.broker.GroupOffsets;
import nl.klimrek.eventing.control.GroupPositions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * Where the groups of a restored service read on: at the positions that the backup has, and without any, one hour before the
 * backup was taken, because a service may have been behind. Reading something again changes nothing.
 *
 * @param next next record of each partition
 * @param noted whether they are the backup's own
 */
record RestorePositions(Map<TopicPartition, Long> next, boolean noted) {

    private static final Duration POSSIBLE_LAG = Duration.ofHours(1);

    static RestorePositions of(
            MongoDatabase database, GroupOffsets offsets, String group, Collection<String> topics, Instant taken)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> noted = new GroupPositions(database).of(group);
        Map<TopicPartition, Long> next = new HashMap<>(offsets.at(topics, taken.minus(POSSIBLE_LAG)));
        if (!noted.isEmpty()) {
            // A partition that was not noted did not exist at that time.
            next.replaceAll((partition, byTime) -> noted.getOrDefault(partition, 0L));
        }
        return new RestorePositions(next, !noted.isEmpty());
    }

    /** Positions before the first record that a partition still has: what lies between is lost for this group. */
    List<String> gaps(GroupOffsets offsets, String group, Collection<String> topics)
            throws ExecutionException, InterruptedException {
        List<String> gaps = new ArrayList<>();
        offsets.offsets(topics, OffsetSpec.earliest()).forEach((partition, first) -> {
            long from = next.getOrDefault(partition, first);
            boolean deleted = noted ? from < first : first > 0 && from <= first;
            if (deleted) {
                gaps.add(partition + " begins at offset " + first + ", and " + group + " must read from " + from);
            }
        });
        return gaps;
    }

    /** Number of records from here to the ends. */
    long records(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - next.getOrDefault(end.getKey(), 0L)))
                .sum();
    }
}
