package nl.klimrek.journal.parked;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.klimrek.contracts.TopicDefinition;
import nl.klimrek.journal.chain.Hash;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Finds parked records on their dead-letter topics. Their content is never copied into the journal's database, so it ends
 * with the topic's retention.
 */
public final class ParkedRecordFinder {

    private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration POLL_TIMEOUT = Duration.ofMillis(200);

    private final Map<String, Object> settings;

    /** @param consumer connection settings of a Kafka consumer */
    public ParkedRecordFinder(Map<String, Object> consumer) {
        settings = new HashMap<>(consumer);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) READ_TIMEOUT.toMillis());
    }

    /**
     * The record of a dead letter; empty when the topic no longer has it.
     *
     * @throws KafkaException when the broker does not answer
     */
    public Optional<ConsumerRecord<byte[], byte[]>> find(OriginalPosition origin, ParkedRecord parked) {
        TopicPartition place =
                new TopicPartition(TopicDefinition.deadLetters(origin.topic(), origin.group()), parked.partition());
        long offset = parked.offset();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
            consumer.assign(List.of(place));
            long first = consumer.beginningOffsets(List.of(place)).getOrDefault(place, 0L);
            long end = consumer.endOffsets(List.of(place)).getOrDefault(place, 0L);
            if (offset < first || offset >= end) {
                return Optional.empty();
            }
            consumer.seek(place, offset);
            return poll(consumer, place)
                    .filter(record ->
                            record.offset() == offset && digest(record).equals(parked.digest()));
        }
    }

    private static Optional<ConsumerRecord<byte[], byte[]>> poll(
            KafkaConsumer<byte[], byte[]> consumer, TopicPartition place) {
        long deadline = System.nanoTime() + READ_TIMEOUT.toNanos();
        while (System.nanoTime() < deadline) {
            List<ConsumerRecord<byte[], byte[]>> found =
                    consumer.poll(POLL_TIMEOUT).records(place);
            if (!found.isEmpty()) {
                return Optional.of(found.get(0));
            }
        }
        throw new TimeoutException("a parked record could not be read in time");
    }

    private static String digest(ConsumerRecord<byte[], byte[]> record) {
        return Hash.of(record.value() == null ? new byte[0] : record.value()).hex();
    }
}
