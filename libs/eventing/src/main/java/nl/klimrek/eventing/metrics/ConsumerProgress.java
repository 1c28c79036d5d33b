package nl.klimrek.eventing.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/** How far a consumer group is behind on each partition, and where it has stopped moving on. */
public final class ConsumerProgress {

    private Map<TopicPartition, Place> places = Map.of();

    /**
     * What a look showed.
     *
     * @param next offset of the first record that the group has not handled
     * @param end offset after the last record there is
     */
    public record Seen(long next, long end) {

        long behind() {
            return Math.max(0, end - next);
        }
    }

    /** @param since when the group was first seen here, or last seen with nothing left to do */
    private record Place(Seen seen, Instant since) {

        static Place of(Seen seen, Place before, Instant now) {
            boolean waiting = before != null && before.seen.behind() > 0 && seen.next() == before.seen.next();
            return new Place(seen, waiting ? before.since : now);
        }
    }

    /** Takes note of a look; partitions that it did not show are forgotten. */
    public synchronized void saw(Map<TopicPartition, Seen> look, Instant now) {
        Map<TopicPartition, Place> after = new HashMap<>();
        look.forEach((partition, seen) -> after.put(partition, Place.of(seen, places.get(partition), now)));
        places = after;
    }

    /** Records that wait, by partition. */
    public synchronized Map<TopicPartition, Long> behind() {
        return places.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().seen().behind()));
    }

    /** Partitions on which records wait and none was handled for this long. */
    public synchronized Set<TopicPartition> still(Duration bound, Instant now) {
        return places.entrySet().stream()
                .filter(entry -> entry.getValue().seen().behind() > 0
                        && entry.getValue().since().plus(bound).isBefore(now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
