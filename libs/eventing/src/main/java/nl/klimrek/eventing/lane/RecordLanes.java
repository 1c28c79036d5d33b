package nl.klimrek.eventing.lane;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchListenerFailedException;

/**
 * Handles the records of a poll: those of one key in order, those of different keys at once. Records of topics that other
 * systems write, and replays, stay in order per partition.
 *
 * <p>A failed record holds the records of its own partition. Other partitions go on, unless so much time has passed that the
 * engines may be away: each of them would then wait for its own time-out.
 *
 * <p>Guarantee: when it throws, the exception names the first record that is not done; all before it are. Of those behind it
 * some may be done too; they are passed over when they come again.
 */
public final class RecordLanes {

    /** Positions beyond this number are forgotten; their records are handled again, which changes nothing. */
    private static final int MAX_HANDLED_AHEAD = 10_000;

    private static final long SLOW_FAILURE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final @Nullable KeyLanes lanes;
    private final Predicate<ConsumerRecord<byte[], byte[]>> byPartition;
    private final BooleanSupplier stopping;
    private final Set<String> handledAhead = ConcurrentHashMap.newKeySet();

    /**
     * @param lanes null to handle all records in the order of the poll
     * @param byPartition records that are handled in the order of their partition
     * @param stopping whether to stop after the records in hand
     */
    public RecordLanes(
            @Nullable KeyLanes lanes, Predicate<ConsumerRecord<byte[], byte[]>> byPartition, BooleanSupplier stopping) {
        this.lanes = lanes;
        this.byPartition = byPartition;
        this.stopping = stopping;
    }

    /**
     * Handles all records of a poll.
     *
     * @throws BatchListenerFailedException for the first record that is not done
     */
    public void handle(List<ConsumerRecord<byte[], byte[]>> records, Consumer<ConsumerRecord<byte[], byte[]>> handler) {
        Poll poll = new Poll(records, handler);
        if (lanes == null || records.size() == 1) {
            poll.handleLane(IntStream.range(0, records.size()).boxed().toList());
        } else {
            lanes.handle(indexesByLane(records), poll::handleLane);
        }
        poll.throwFirstFailure();
    }

    /** Whether so much of a poll's time has passed that a failure ends it: an engine may be away. */
    static boolean isSlow(long begin) {
        return System.nanoTime() - begin > SLOW_FAILURE_NANOS;
    }

    private List<List<Integer>> indexesByLane(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<Object, List<Integer>> byLane = new LinkedHashMap<>();
        for (int i = 0; i < records.size(); i++) {
            byLane.computeIfAbsent(lane(records.get(i)), none -> new ArrayList<>())
                    .add(i);
        }
        return List.copyOf(byLane.values());
    }

    private Object lane(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null || byPartition.test(record)
                ? record.topic() + "-" + record.partition()
                : ByteBuffer.wrap(record.key());
    }

    /** Names a record. The leader's epoch tells it from one that takes its offset after the log was truncated. */
    private static String position(ConsumerRecord<byte[], byte[]> record) {
        return record.topic() + "-" + record.partition() + "@" + record.offset() + " "
                + record.leaderEpoch().orElse(-1);
    }

    /** One poll under way. */
    private final class Poll {

        private final List<ConsumerRecord<byte[], byte[]>> records;
        private final Consumer<ConsumerRecord<byte[], byte[]>> handler;
        private final AtomicIntegerArray done;
        private final ConcurrentSkipListMap<Integer, Throwable> failures = new ConcurrentSkipListMap<>();
        private final Map<TopicPartition, Integer> firstFailures = new ConcurrentHashMap<>();
        private final long begin = System.nanoTime();
        private volatile boolean endsAtFailure;

        Poll(List<ConsumerRecord<byte[], byte[]>> records, Consumer<ConsumerRecord<byte[], byte[]>> handler) {
            this.records = records;
            this.handler = handler;
            this.done = new AtomicIntegerArray(records.size());
        }

        /** Handles records in this order, but none that lies behind one of its partition that failed. */
        void handleLane(List<Integer> indexes) {
            for (int index : indexes) {
                if (failures.isEmpty() || !isBehindFailure(index)) {
                    handle(index);
                }
            }
        }

        private boolean isBehindFailure(int index) {
            return endsAtFailure && failures.firstKey() < index
                    || firstFailures.getOrDefault(partition(index), Integer.MAX_VALUE) < index;
        }

        private TopicPartition partition(int index) {
            return new TopicPartition(
                    records.get(index).topic(), records.get(index).partition());
        }

        private void handle(int index) {
            ConsumerRecord<byte[], byte[]> record = records.get(index);
            try {
                if (handledAhead.isEmpty() || !handledAhead.remove(position(record))) {
                    ListenerStoppingException.throwIf(stopping);
                    handler.accept(record);
                }
                done.set(index, 1);
            } catch (Throwable failure) {
                failures.put(index, failure);
                firstFailures.merge(partition(index), index, Math::min);
                if (!(failure instanceof RuntimeException) || isSlow(begin)) {
                    endsAtFailure = true;
                }
            }
        }

        void throwFirstFailure() {
            if (failures.isEmpty()) {
                return;
            }
            int first = failures.firstKey();
            if (handledAhead.size() > MAX_HANDLED_AHEAD) {
                handledAhead.clear();
            }
            IntStream.range(first, records.size())
                    .filter(index -> done.get(index) == 1)
                    .forEach(index -> handledAhead.add(position(records.get(index))));
            if (failures.get(first) instanceof RuntimeException failure) {
                throw new BatchListenerFailedException("a handler failed", failure, records.get(first));
            }
            throw (Error) failures.get(first);
        }
    }
}
