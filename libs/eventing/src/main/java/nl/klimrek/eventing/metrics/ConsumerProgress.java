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

    /** Between two looks that are asked for. */
    private static final long LOOK_PAUSE_MILLIS = 100;

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

        /**
         * A consumer may still hold records that retention has deleted, so only what is committed counts. A place behind the
         * end is of an earlier topic of this name: it is passed when everything is read.
         */
        private boolean hasPassed(long offset) {
            return next > offset || next >= end;
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

    /** Whether the group has handled every record of a partition up to this one, as far as is known here. */
    public synchronized boolean hasPassed(TopicPartition partition, long offset) {
        Position known = positions.get(partition);
        return known == null ? isWithout(partition) : known.offsets().hasPassed(offset);
    }

    /** Same as {@link #hasPassed}. If it has not, asks for new offsets and waits for them, at most this long. */
    public synchronized boolean hasPassedSoon(TopicPartition partition, long offset, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        boolean passed = hasPassed(partition, offset);
        try {
            for (long left = atMost.toMillis();
                    !passed && left > 0;
                    left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())) {
                wanted = true;
                notifyAll();
                wait(Math.min(left, LOOK_PAUSE_MILLIS));
                passed = hasPassed(partition, offset);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return passed;
    }

    /**
     * Whether the group has handled every record that there was at one look. If it has not, asks for new offsets and waits for
     * them, at most this long for each partition. False before the first look.
     */
    public boolean hasReadAllSoon(Duration atMost) {
        Set<TopicPartition> known;
        synchronized (this) {
            known = Set.copyOf(positions.keySet());
        }
        return !known.isEmpty()
                && known.stream().allMatch(partition -> hasPassedSoon(partition, Long.MAX_VALUE, atMost));
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
