package nl.klimrek.eventing.inbox;

import java.nio.charset.StandardCharsets;

import nl.klimrek.eventing.RefusedException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.support.KafkaHeaders;

/**
 * Parks a record that can not be taken: original bytes, key and headers, where it came from, and why, as codes. The text
 * of an exception can quote content, so it stays behind.
 */
final class DeadLetters {

    /** Header with the code of why a record was parked. */
    static final String REASON = "klimrek-reason";

    private DeadLetters() {}

    static DeadLetterPublishingRecoverer recoverer(KafkaOperations<byte[], byte[]> kafka, String group) {
        DeadLetterPublishingRecoverer recoverer = new DeadLetterPublishingRecoverer(kafka,
                (record, failure) -> new TopicPartition(record.topic() + "." + group + ".dlt", -1));
        recoverer.setHeadersFunction(DeadLetters::reason);
        recoverer.setExceptionHeadersCreator((headers, failure, isKey, names) -> headers.remove(KafkaHeaders.DLT_EXCEPTION_MESSAGE));
        return recoverer;
    }

    private static Headers reason(ConsumerRecord<?, ?> record, Exception failure) {
        return new RecordHeaders().add(REASON, code(failure).getBytes(StandardCharsets.UTF_8));
    }

    static String code(Throwable failure) {
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
