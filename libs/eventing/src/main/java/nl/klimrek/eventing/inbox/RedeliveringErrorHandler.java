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
import org.springframework.kafka.listener.BackOffHandler;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DefaultBackOffHandler;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.BackOff;

/**
 * Delivers the rest of a poll again after a failure, without fetching it again: the broker may hold the next fetch of an idle
 * topic for seconds. The consumer fetches nothing meanwhile, so a partition whose record keeps failing is then held by itself
 * ({@link FailedAttempts}), from that record on, and the other partitions go on.
 */
final class RedeliveringErrorHandler extends PositionedErrorHandler {

    private static final BackOffHandler SLEEP = new DefaultBackOffHandler();

    /** Of the consumer that runs on this thread. */
    private final ThreadLocal<FailedAttempts> attempts;

    RedeliveringErrorHandler(ConsumerRecordRecoverer recoverer, BackOff backOff, StartPositions positions) {
        this(recoverer, backOff, positions, ThreadLocal.withInitial(FailedAttempts::new));
    }

    private RedeliveringErrorHandler(
            ConsumerRecordRecoverer recoverer,
            BackOff backOff,
            StartPositions positions,
            ThreadLocal<FailedAttempts> attempts) {
        super(recoverer, backOff, new UnlessHeld(attempts), positions);
        this.attempts = attempts;
        setSeekAfterError(false);
    }

    /** Sleeps before the next delivery, unless the record's partition is held instead. */
    private record UnlessHeld(ThreadLocal<FailedAttempts> attempts) implements BackOffHandler {

        @Override
        public void onNextBackOff(@Nullable MessageListenerContainer container, Exception failure, long nextBackOff) {
            BatchListenerFailedException named = named(failure);
            if (named == null || !attempts.get().isHeld(named.getRecord())) {
                SLEEP.onNextBackOff(container, failure, nextBackOff);
            }
        }
    }

    @Override
    public <K, V> ConsumerRecords<K, V> handleBatchAndReturnRemaining(
            Exception failure,
            ConsumerRecords<?, ?> data,
            Consumer<?, ?> consumer,
            MessageListenerContainer container,
            Runnable invokeListener) {
        BatchListenerFailedException named = named(failure);
        if (named == null) {
            return super.handleBatchAndReturnRemaining(failure, data, consumer, container, invokeListener);
        }
        ConsumerRecord<?, ?> failed = named.getRecord();
        attempts.get().failed(failed);
        ConsumerRecords<K, V> rest = inOrderOf(
                data, super.handleBatchAndReturnRemaining(failure, data, consumer, container, invokeListener));
        if (rest.isEmpty() || !isSame(rest.iterator().next(), failed)) {
            attempts.get().remove(failed);
            return rest;
        }
        if (attempts.get().isHeld(failed)) {
            rest.partitions()
                    .forEach(partition -> consumer.seek(
                            partition, rest.records(partition).get(0).offset()));
            if (consumer instanceof InboxConsumer inbox) {
                inbox.hold(FailedAttempts.partition(failed), attempts.get().holdTime(failed));
            }
            throw new KafkaException("fetched again", KafkaException.Level.DEBUG, failure);
        }
        return rest;
    }

    /** Called after a poll without a failure. The attempts at a held record still count: its turn comes again. */
    @Override
    public void clearThreadState() {
        if (attempts.get().clear()) {
            attempts.remove();
            super.clearThreadState();
        }
    }

    private static @Nullable BatchListenerFailedException named(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BatchListenerFailedException named && named.getRecord() != null) {
                return named;
            }
        }
        return null;
    }

    private static boolean isSame(ConsumerRecord<?, ?> one, ConsumerRecord<?, ?> other) {
        return one.offset() == other.offset() && FailedAttempts.partition(one).equals(FailedAttempts.partition(other));
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
