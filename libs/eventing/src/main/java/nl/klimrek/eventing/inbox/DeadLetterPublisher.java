package nl.klimrek.eventing.inbox;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.klimrek.eventing.RefusedException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.support.KafkaHeaders;

/**
 * Parks a record that can not be taken: original bytes, key and headers, where it came from, and why, as codes. The text
 * of an exception can quote content, so it stays behind. Of a record larger than any may be, only where it is: its bytes
 * would not fit, and would hold its partition for ever.
 */
public final class DeadLetterPublisher extends DeadLetterPublishingRecoverer {

    /** Header with the code of why a record was parked. */
    public static final String REASON = "klimrek-reason";

    private static final String SPRING_HEADERS = "kafka_dlt-";

    private final Set<String> failed = ConcurrentHashMap.newKeySet();

    DeadLetterPublisher(KafkaOperations<byte[], byte[]> kafka, EventHandlers handlers) {
        super(
                kafka,
                (record, failure) ->
                        new TopicPartition(originalTopic(record, handlers) + "." + handlers.group() + ".dlt", -1));
        setHeadersFunction(DeadLetterPublisher::reasonHeader);
        setExceptionHeadersCreator(
                (headers, failure, isKey, names) -> headers.remove(KafkaHeaders.DLT_EXCEPTION_MESSAGE));
    }

    /** Whether parking this record was tried and failed, so that there is no hurry to try again. */
    boolean failedBefore(ConsumerRecord<?, ?> record) {
        return failed.contains(position(record));
    }

    @Override
    protected ProducerRecord<Object, Object> createProducerRecord(
            ConsumerRecord<?, ?> record, TopicPartition to, Headers headers, byte[] key, byte[] value) {
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

    /** One sentence for a failure, whoever logs it: it will be tried again, and again fail for the same reason. */
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

    /** What is given again and fails again goes to where it was; what is no replay at all, to the first there is. */
    private static String originalTopic(ConsumerRecord<?, ?> record, EventHandlers handlers) {
        if (!record.topic().equals(DeadLetterReplay.retryTopic(handlers.group()))) {
            return record.topic();
        }
        return DeadLetterReplay.parse(record.headers())
                .map(DeadLetterReplay::topic)
                .filter(handlers.topics()::contains)
                .orElseGet(() -> Collections.min(handlers.topics()));
    }

    private static Headers reasonHeader(ConsumerRecord<?, ?> record, Exception failure) {
        return new RecordHeaders().add(REASON, reasonCode(failure).getBytes(StandardCharsets.UTF_8));
    }

    static String reasonCode(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MalformedEventException malformed) {
                return malformed.getMessage();
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
