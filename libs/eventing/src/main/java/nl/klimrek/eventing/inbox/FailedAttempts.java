package nl.klimrek.eventing.inbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** How often the records failed at which partitions of one consumer stand still. One thread uses it. */
final class FailedAttempts {

    /** With exponential back-off the last of these comes after a second and a half. */
    static final int MAX_REDELIVERIES = 4;

    private static final Duration MAX_REDELIVERY_TIME = Duration.ofSeconds(2);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(1);
    private static final long INITIAL_HOLD_MILLIS = 100;
    private static final long MAX_HOLD_MILLIS = 5_000;

    private final Map<TopicPartition, Failing> failing = new HashMap<>();

    /** A record that failed at least once. Times are by {@link System#nanoTime}. */
    private record Failing(long offset, int failures, long first, long last) {

        Failing again(long now) {
            return new Failing(offset, failures + 1, first, now);
        }

        boolean isHeld() {
            return failures > MAX_REDELIVERIES || last - first > MAX_REDELIVERY_TIME.toNanos();
        }
    }

    static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    void failed(ConsumerRecord<?, ?> record) {
        long now = System.nanoTime();
        failing.compute(
                partition(record),
                (partition, before) -> before != null && before.offset == record.offset()
                        ? before.again(now)
                        : new Failing(record.offset(), 1, now, now));
    }

    /** Whether this record fails for so long that the consumer's other partitions have to go on. */
    boolean isHeld(ConsumerRecord<?, ?> record) {
        Failing found = failing.get(partition(record));
        return found != null && found.offset == record.offset() && found.isHeld();
    }

    /** How long to leave the partition of this record alone, which failed before. */
    Duration holdTime(ConsumerRecord<?, ?> record) {
        int failures = Objects.requireNonNull(failing.get(partition(record)), "the record failed").failures;
        return Duration.ofMillis(
                failures > Integer.SIZE / 2
                        ? MAX_HOLD_MILLIS
                        : Math.min(MAX_HOLD_MILLIS, INITIAL_HOLD_MILLIS << (failures - 1)));
    }

    void remove(ConsumerRecord<?, ?> record) {
        failing.remove(partition(record));
    }

    /** Forgets records that are not held; returns whether none is held. */
    boolean clear() {
        long now = System.nanoTime();
        failing.values().removeIf(each -> !each.isHeld() || now - each.last > FORGOTTEN_AFTER.toNanos());
        return failing.isEmpty();
    }
}
