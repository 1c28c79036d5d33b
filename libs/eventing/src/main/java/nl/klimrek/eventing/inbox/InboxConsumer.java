package nl.klimrek.eventing.inbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * A consumer that can hold single partitions for a while and reads the others meanwhile. Its container pauses and resumes all
 * partitions together, so holds are applied anew before each poll.
 */
final class InboxConsumer extends KafkaConsumer<byte[], byte[]> {

    /** The broker answers the last request only after the one it holds. */
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

    /** The end of each hold, by {@link System#nanoTime}. */
    private final Map<TopicPartition, Long> held = new HashMap<>();

    InboxConsumer(Map<String, Object> settings) {
        super(settings);
    }

    /** Reads nothing of this partition for so long. */
    void hold(TopicPartition partition, Duration time) {
        held.put(partition, System.nanoTime() + time.toNanos());
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        return held.isEmpty() ? super.poll(timeout) : super.poll(min(timeout, applyHolds()));
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
