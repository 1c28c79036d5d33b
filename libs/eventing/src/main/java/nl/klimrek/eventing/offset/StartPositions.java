package nl.klimrek.eventing.offset;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * Decides where a consumer group reads a partition that it is assigned: at its committed offset, or at the first record if
 * it has none or the log no longer has it. Consumers run with {@code auto.offset.reset=none}, so nothing else moves them.
 *
 * <p>Each reset is counted as {@code klimrek.inbox.offset.resets} by topic and reason. One that may miss records is logged
 * as an error. Records that are read again change nothing, because their markers are known.
 */
public final class StartPositions implements ConsumerAwareRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(StartPositions.class);
    /** Below the time in which a consumer must poll again. */
    private static final Duration MAX_WAIT = Duration.ofMinutes(4);

    private static final Duration RETRY_PAUSE = Duration.ofMillis(500);

    private final String group;
    private final MeterRegistry meters;
    private final BooleanSupplier running;

    /** @param running whether to go on while the broker does not answer */
    public StartPositions(String group, MeterRegistry meters, BooleanSupplier running) {
        this.group = group;
        this.meters = meters;
        this.running = running;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        long deadline = System.nanoTime() + MAX_WAIT.toNanos();
        while (true) {
            try {
                assign(consumer, new HashSet<>(partitions));
                return;
            } catch (RetriableException unavailable) {
                if (!running.getAsBoolean() || System.nanoTime() > deadline) {
                    throw unavailable;
                }
                LOG.warn(
                        "{} cannot look up its offsets now: {}",
                        group,
                        unavailable.getClass().getSimpleName());
                pause();
            }
        }
    }

    private void assign(Consumer<?, ?> consumer, Set<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(partitions);
        Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
        Map<TopicPartition, OffsetAndMetadata> started = new HashMap<>();
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata offset = committed.get(partition);
            long next = offset == null ? -1 : offset.offset();
            long start = offset(first, partition);
            OffsetReset reset = OffsetReset.of(next, start, offset(end, partition));
            if (reset != null) {
                reset(consumer, partition, reset, next, start);
                started.put(partition, new OffsetAndMetadata(start));
            }
        }
        commit(consumer, started);
    }

    /** A committed start tells a new group from one whose offsets expired. Without it the next assignment starts here again. */
    private void commit(Consumer<?, ?> consumer, Map<TopicPartition, OffsetAndMetadata> started) {
        if (started.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(started);
        } catch (KafkaException notNow) {
            LOG.info(
                    "{} commits the start of {} partitions with its first records: {}",
                    group,
                    started.size(),
                    notNow.getClass().getSimpleName());
        }
    }

    /** Moves a consumer whose position the log does not have any more. */
    void outOfRange(Consumer<?, ?> consumer, OffsetOutOfRangeException failure) {
        Map<TopicPartition, Long> positions = failure.offsetOutOfRangePartitions();
        Map<TopicPartition, Long> first = consumer.beginningOffsets(positions.keySet());
        positions.forEach((partition, position) -> {
            long start = offset(first, partition);
            OffsetReset reset = position < start ? OffsetReset.DELETED : OffsetReset.TRUNCATED;
            reset(consumer, partition, reset, position, start);
        });
    }

    private static long offset(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        return Objects.requireNonNull(offsets.get(partition));
    }

    private void reset(Consumer<?, ?> consumer, TopicPartition partition, OffsetReset reset, long next, long first) {
        consumer.seek(partition, first);
        meters.counter("klimrek.inbox.offset.resets", "group", group, "topic", partition.topic(), "reason", reset.tag())
                .increment();
        if (reset.isAlarm()) {
            LOG.error(
                    "{} reads {} from its first record {} instead of {}: {}",
                    group,
                    partition,
                    first,
                    next < 0 ? "a committed offset" : next,
                    reset.tag());
        } else {
            LOG.debug("{} begins to read {}", group, partition);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY_PAUSE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KafkaException(interrupted);
        }
    }

    /** The offset failure among the causes; null if another one failed. */
    static @Nullable OffsetOutOfRangeException outOfRangeIn(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OffsetOutOfRangeException found) {
                return found;
            }
        }
        return null;
    }
}
