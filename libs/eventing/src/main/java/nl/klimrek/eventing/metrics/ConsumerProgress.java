package nl.klimrek.eventing.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How far a consumer group has read each partition: its lag, the partitions without progress, and what it has passed. */
public final class ConsumerProgress {

    private Map<TopicPartition, Position> positions = Map.of();
    private boolean wanted;

    /**
     * Offsets of a partition.
     *
     * @param next first record that the group has not handled, as committed
     * @param first first record that retention did not delete
     * @param end offset after the last record
     */
    public record Offsets(long next, long first, long end) {

        /** Records deleted by retention do not count. */
        long lag() {
            return Math.max(0, end - reached());
        }

        private long reached() {
            return Math.max(first, next);
        }

        /** A place behind the end is of an earlier topic of this name, so nothing before it is still to be read. */
        private boolean hasPassed(long offset) {
            return reached() > offset || offset >= end && lag() == 0;
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
        wanted = false;
    }

    /**
     * Whether the group has handled every record of a partition up to this one, as far as is known here. If it has not, new
     * offsets are asked for.
     */
    public synchronized boolean hasPassed(TopicPartition partition, long offset) {
        Position known = positions.get(partition);
        boolean passed = known == null ? isWithout(partition) : known.offsets().hasPassed(offset);
        if (!passed) {
            wanted = true;
            notifyAll();
        }
        return passed;
    }

    /** Whether the topic is known and has no such partition. */
    private boolean isWithout(TopicPartition partition) {
        return positions.keySet().stream().anyMatch(other -> other.topic().equals(partition.topic()));
    }

    /** Waits until new offsets are asked for, at most this long. */
    synchronized void awaitDemand(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toMillis();
                !wanted && left > 0;
                left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())) {
            wait(left);
        }
    }

    public synchronized Map<TopicPartition, Long> lag() {
        return positions.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offsets().lag()));
    }

    /**
     * Where a restored service must read on: every record before had its effect when these offsets were read. A group that was
     * behind retention stays there, so that it hears of its loss again.
     */
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
