package nl.klimrek.journal.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.klimrek.contracts.ContractJson;
import nl.klimrek.contracts.Contracts;
import nl.klimrek.contracts.Topics;
import nl.klimrek.contracts.journal.CheckpointPublished;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads all checkpoints that are on the topic at this moment. */
final class PublishedCheckpointReader {

    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration READ_TIMEOUT = Duration.ofMinutes(2);
    private static final Duration POLL_TIMEOUT = Duration.ofMillis(500);

    private final Map<String, Object> broker;

    /** @param broker connection settings of a Kafka client */
    PublishedCheckpointReader(Map<String, Object> broker) {
        this.broker = Map.copyOf(broker);
    }

    /**
     * Checkpoints by organisation.
     *
     * @throws KafkaException when the broker does not answer in time
     */
    Map<String, List<PublishedCheckpoint>> read() throws IOException {
        Map<String, List<PublishedCheckpoint>> checkpoints = new HashMap<>();
        long deadline = System.nanoTime() + READ_TIMEOUT.toNanos();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(Topics.JOURNAL_CHECKPOINTS, REQUEST_TIMEOUT).stream()
                            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                            .toList();
            Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions, REQUEST_TIMEOUT));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey(), REQUEST_TIMEOUT) < end.getValue())) {
                if (System.nanoTime() > deadline) {
                    throw new KafkaException("the checkpoints could not be read in time");
                }
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL_TIMEOUT)) {
                    if (isCheckpoint(record)) {
                        checkpoints
                                .computeIfAbsent(header(record, "ce_organisation"), none -> new ArrayList<>())
                                .add(checkpoint(record.value()));
                    }
                }
            }
        }
        return checkpoints;
    }

    private static boolean isCheckpoint(ConsumerRecord<byte[], byte[]> record) {
        return Contracts.typeOf(CheckpointPublished.class).equals(header(record, "ce_type"));
    }

    private static PublishedCheckpoint checkpoint(byte[] data) throws IOException {
        CheckpointPublished checkpoint = ContractJson.mapper().readValue(data, CheckpointPublished.class);
        return new PublishedCheckpoint(
                checkpoint.position(),
                Objects.toString(checkpoint.head()),
                Objects.toString(checkpoint.keyId()),
                Objects.toString(checkpoint.signature()));
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) REQUEST_TIMEOUT.toMillis());
        return settings;
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
