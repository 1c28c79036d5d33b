package nl.klimrek.eventing.inbox;

import java.nio.charset.StandardCharsets;
import java.util.Collections;

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
public final class DeadLetters {

    /** Header with the code of why a record was parked. */
    public static final String REASON = "klimrek-reason";

    private DeadLetters() {}

    static DeadLetterPublishingRecoverer recoverer(KafkaOperations<byte[], byte[]> kafka, EventHandlers handlers) {
        DeadLetterPublishingRecoverer recoverer = new DeadLetterPublishingRecoverer(kafka,
                (record, failure) -> new TopicPartition(origin(record, handlers) + "." + handlers.group() + ".dlt", -1));
        recoverer.setHeadersFunction(DeadLetters::reason);
        recoverer.setExceptionHeadersCreator((headers, failure, isKey, names) -> headers.remove(KafkaHeaders.DLT_EXCEPTION_MESSAGE));
        return recoverer;
    }

    /** What is given again and fails again goes to where it was; what is no replay at all, to the first there is. */
    private static String origin(ConsumerRecord<?, ?> record, EventHandlers handlers) {
        if (!record.topic().equals(Replay.topicOf(handlers.group()))) {
            return record.topic();
        }
        return Replay.in(record.headers()).map(Replay::topic).filter(handlers.topics()::contains)
                .orElseGet(() -> Collections.min(handlers.topics()));
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
