package nl.klimrek.eventing.inbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * A consumer that lets records gather after a small poll ({@link GatherPause}), and that can hold single partitions for a while
 * and reads the others meanwhile. Its container pauses and resumes all partitions together, so holds are applied anew before
 * each poll.
 */
final class InboxConsumer extends KafkaConsumer<byte[], byte[]> {

    /** The broker answers the last request only after the one it holds. */
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);
    /** The broker answers a request at once when it has records. */
    private static final Duration NEXT_FETCH = Duration.ofMillis(10);

    private final boolean gathers;
    private final GatherPause gathering;
    /** The end of each hold, by {@link System#nanoTime}. */
    private final Map<TopicPartition, Long> held = new HashMap<>();

    InboxConsumer(Map<String, Object> settings, Duration gatherTime) {
        super(settings);
        this.gathers = !gatherTime.isZero();
        this.gathering = new GatherPause(gatherTime);
    }

    /** Reads nothing of this partition for so long. */
    void hold(TopicPartition partition, Duration time) {
        held.put(partition, System.nanoTime() + time.toNanos());
    }

    /** Returns up to {@link GatherPause#LARGE_POLL} records more than {@code max.poll.records}. */
    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        Duration longest = held.isEmpty() ? timeout : min(timeout, applyHolds());
        // While records are delivered again their partitions are paused, and a poll only keeps the consumer in its
        // group.
        ConsumerRecords<byte[], byte[]> records =
                gathers && paused().isEmpty() ? pollGathered(longest) : super.poll(longest);
        gathering.polled(records.count(), System.nanoTime());
        return records;
    }

    /**
     * The request that was sent before the pause, or while records were handled, was answered when the first record came, so it
     * brings few. Those that came since are in the answer to the next request.
     */
    private ConsumerRecords<byte[], byte[]> pollGathered(Duration timeout) {
        LockSupport.parkNanos(gathering.nanos());
        ConsumerRecords<byte[], byte[]> fetched = super.poll(Duration.ZERO);
        if (fetched.isEmpty()) {
            return super.poll(timeout);
        }
        if (fetched.count() >= GatherPause.LARGE_POLL) {
            return fetched;
        }
        return JoinedPolls.of(fetched, super.poll(NEXT_FETCH), assignment());
    }

    /** Returns the time until the next hold ends. */
    private Duration applyHolds() {
        boolean isPausedByContainer = !held.keySet().containsAll(paused());
        Set<TopicPartition> ended = new HashSet<>();
        long next = Long.MAX_VALUE;
        for (Map.Entry<TopicPartition, Long> hold : held.entrySet()) {
            long left = hold.getValue() - System.nanoTime();
            if (left <= 0 || !assignment().contains(hold.getKey())) {
                ended.add(hold.getKey());
            } else {
                next = Math.min(next, left);
            }
        }
        held.keySet().removeAll(ended);
        if (!isPausedByContainer) {
            ended.retainAll(assignment());
            resume(ended);
        }
        pause(held.keySet());
        return Duration.ofNanos(next);
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    @Override
    public void close() {
        close(CLOSE_TIMEOUT);
    }
}
