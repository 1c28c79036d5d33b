package nl.klimrek.eventing.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Lag of a consumer group per partition, and the partitions without progress. */
public final class ConsumerProgress {

    private Map<TopicPartition, Position> positions = Map.of();

    /**
     * Offsets of a partition.
     *
     * @param next first record that the group has not handled
     * @param end offset after the last record
     */
    public record Offsets(long next, long end) {

        long lag() {
            return Math.max(0, end - next);
        }
    }

    /** @param since when the group last made progress or had no lag */
    private record Position(Offsets offsets, Instant since) {

        static Position of(Offsets offsets, @Nullable Position before, Instant now) {
            boolean waiting = before != null && before.offsets.lag() > 0 && offsets.next() == before.offsets.next();
            return new Position(offsets, waiting ? Objects.requireNonNull(before).since : now);
        }
    }

    /** Records new offsets; partitions that are absent are dropped. */
    public synchronized void update(Map<TopicPartition, Offsets> offsets, Instant now) {
        Map<TopicPartition, Position> after = new HashMap<>();
        offsets.forEach(
                (partition, current) -> after.put(partition, Position.of(current, positions.get(partition), now)));
        positions = after;
    }

    public synchronized Map<TopicPartition, Long> lag() {
        return positions.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offsets().lag()));
    }

    /** Where a restored service must read on: every record before had its effect when these offsets were read. */
    public synchronized Map<TopicPartition, Long> positions() {
        return positions.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offsets().next()));
    }

    /** Partitions with lag and without progress for this long. */
    public synchronized Set<TopicPartition> stalled(Duration bound, Instant now) {
        return positions.entrySet().stream()
                .filter(entry -> entry.getValue().offsets().lag() > 0
                        && entry.getValue().since().plus(bound).isBefore(now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
