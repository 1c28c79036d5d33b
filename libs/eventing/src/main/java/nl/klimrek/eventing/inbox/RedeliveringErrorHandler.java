package nl.klimrek.eventing.inbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.klimrek.eventing.offset.PositionedErrorHandler;
import nl.klimrek.eventing.offset.StartPositions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.BackOff;

/**
 * Delivers the rest of a poll again after a failure, without fetching it again: the broker may hold the next fetch of an idle
 * topic for seconds. The consumer's other partitions wait meanwhile, so a record that keeps failing is fetched again after
 * {@link #MAX_REDELIVERIES} attempts, and the other partitions go on.
 */
final class RedeliveringErrorHandler extends PositionedErrorHandler {

    /** With exponential back-off the last of these comes after a second and a half. */
    static final int MAX_REDELIVERIES = 4;

    /** Of the consumer that runs on this thread. */
    private final ThreadLocal<@Nullable Held> held = new ThreadLocal<>();

    RedeliveringErrorHandler(ConsumerRecordRecoverer recoverer, BackOff backOff, StartPositions positions) {
        super(recoverer, backOff, positions);
        setSeekAfterError(false);
    }

    /** The record that a consumer waits at. */
    private record Held(TopicPartition partition, long offset, int failures) {

        static Held after(@Nullable Held before, ConsumerRecord<?, ?> record) {
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            int failuresBefore =
                    before != null && before.partition.equals(partition) && before.offset == record.offset()
                            ? before.failures
                            : 0;
            return new Held(partition, record.offset(), failuresBefore + 1);
        }
    }

    @Override
    public <K, V> ConsumerRecords<K, V> handleBatchAndReturnRemaining(
            Exception failure,
            ConsumerRecords<?, ?> data,
            Consumer<?, ?> consumer,
            MessageListenerContainer container,
            Runnable invokeListener) {
        ConsumerRecords<K, V> rest = inOrderOf(
                data, super.handleBatchAndReturnRemaining(failure, data, consumer, container, invokeListener));
        if (rest.isEmpty()) {
            held.remove();
            return rest;
        }
        Held now = Held.after(held.get(), rest.iterator().next());
        held.set(now);
        if (now.failures() > MAX_REDELIVERIES) {
            rest.partitions()
                    .forEach(partition -> consumer.seek(
                            partition, rest.records(partition).get(0).offset()));
            throw new KafkaException("fetched again", KafkaException.Level.DEBUG, failure);
        }
        return rest;
    }

    /** The container commits what comes before the first of the rest, so the rest needs the order of the poll. */
    private static <K, V> ConsumerRecords<K, V> inOrderOf(ConsumerRecords<?, ?> poll, ConsumerRecords<K, V> rest) {
        Map<TopicPartition, List<ConsumerRecord<K, V>>> ordered = new LinkedHashMap<>();
        poll.partitions().stream()
                .filter(rest.partitions()::contains)
                .forEach(partition -> ordered.put(partition, rest.records(partition)));
        return new ConsumerRecords<>(ordered);
    }
}
