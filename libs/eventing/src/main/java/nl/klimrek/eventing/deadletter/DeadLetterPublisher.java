package nl.klimrek.eventing.deadletter;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.cloudevent.BoundedBytesDeserializer;
import nl.klimrek.eventing.cloudevent.MalformedEventException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.support.KafkaHeaders;

/**
 * Parks a record in its dead-letter topic: original bytes, key and headers, its position, and a reason code.
 * Exception texts are left out because they can quote content. Of a record above the maximum size, only its
 * position is kept, because its bytes would not fit.
 */
public final class DeadLetterPublisher extends DeadLetterPublishingRecoverer {

    /** Header with the reason code. */
    public static final String REASON = "klimrek-reason";

    private static final String SPRING_HEADERS = "kafka_dlt-";

    private final Set<String> failed = ConcurrentHashMap.newKeySet();

    /** @param topics topics that the group reads */
    public DeadLetterPublisher(KafkaOperations<byte[], byte[]> kafka, String group, Set<String> topics) {
        super(
                kafka,
                (record, failure) ->
                        new TopicPartition(originalTopic(record, group, topics) + "." + group + ".dlt", -1));
        setHeadersFunction(DeadLetterPublisher::reasonHeader);
        setExceptionHeadersCreator(
                (headers, failure, isKey, names) -> headers.remove(KafkaHeaders.DLT_EXCEPTION_MESSAGE));
    }

    /** Whether parking this record failed before, so that the next try waits. */
    public boolean failedBefore(ConsumerRecord<?, ?> record) {
        return failed.contains(position(record));
    }

    @Override
    protected ProducerRecord<Object, Object> createProducerRecord(
            ConsumerRecord<?, ?> record,
            TopicPartition to,
            Headers headers,
            byte @Nullable [] key,
            byte @Nullable [] value) {
        if (BoundedBytesDeserializer.size(record) <= BoundedBytesDeserializer.MAX_BYTES) {
            return super.createProducerRecord(record, to, headers, key, value);
        }
        RecordHeaders kept = new RecordHeaders();
        headers.forEach(header -> {
            if (header.key().startsWith(SPRING_HEADERS) || header.key().equals(REASON)) {
                kept.add(header);
            }
        });
        return new ProducerRecord<Object, Object>(to.topic(), null, null, null, null, kept);
    }

    /** Wraps a failure in an exception without a trace, because each retry would log the same one. */
    @Override
    protected void publish(
            ProducerRecord<Object, Object> parked, KafkaOperations<Object, Object> kafka, ConsumerRecord<?, ?> record) {
        try {
            kafka.send(parked).get(determineSendTimeout(kafka).toMillis(), TimeUnit.MILLISECONDS);
            failed.remove(position(record));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ParkingFailedException(position(record), parked.topic(), e);
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            failed.add(position(record));
            throw new ParkingFailedException(position(record), parked.topic(), e);
        }
    }

    private static String position(ConsumerRecord<?, ?> record) {
        return record.topic() + "-" + record.partition() + "@" + record.offset();
    }

    /**
     * A replayed record that fails again returns to its original topic; an invalid replay goes to the first topic
     * of the group.
     */
    private static String originalTopic(ConsumerRecord<?, ?> record, String group, Set<String> topics) {
        if (!record.topic().equals(DeadLetterReplay.retryTopic(group))) {
            return record.topic();
        }
        return DeadLetterReplay.parse(record.headers())
                .map(DeadLetterReplay::topic)
                .filter(topics::contains)
                .orElseGet(() -> Collections.min(topics));
    }

    private static Headers reasonHeader(ConsumerRecord<?, ?> record, Exception failure) {
        return new RecordHeaders().add(REASON, reasonCode(failure).getBytes(StandardCharsets.UTF_8));
    }

    /** The reason code of a failure; never its text, which can quote content. */
    public static String reasonCode(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MalformedEventException malformed) {
                return Objects.requireNonNull(malformed.getMessage());
            }
            if (cause instanceof RefusedException refused) {
                return refused.refusal().code();
            }
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return "failed-" + root.getClass().getSimpleName();
    }
}
