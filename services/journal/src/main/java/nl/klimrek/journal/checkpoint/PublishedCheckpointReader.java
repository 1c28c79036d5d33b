package nl.klimrek.journal.checkpoint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import nl.klimrek.contracts.ContractJson;
import nl.klimrek.contracts.Contracts;
import nl.klimrek.contracts.Topics;
import nl.klimrek.contracts.journal.CheckpointPublished;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads the checkpoints that are on the topic at this moment. Those of one organisation come in their order. */
public final class PublishedCheckpointReader {

    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);
    /** Time without any record after which the broker counts as unavailable. */
    private static final Duration READ_TIMEOUT = Duration.ofMinutes(2);

    private static final Duration POLL_TIMEOUT = Duration.ofMillis(500);

    private final Map<String, Object> broker;

    /** @param broker connection settings of a Kafka client */
    public PublishedCheckpointReader(Map<String, Object> broker) {
        this.broker = new HashMap<>(broker);
        this.broker.remove(ConsumerConfig.GROUP_ID_CONFIG);
    }

    /**
     * All checkpoints by organisation.
     *
     * @throws KafkaException when the broker does not answer in time, or a checkpoint is not readable
     */
    public Map<String, List<PublishedCheckpoint>> read() {
        Map<String, List<PublishedCheckpoint>> checkpoints = new HashMap<>();
        read(
                Optional.empty(),
                (organisation, checkpoint) -> checkpoints
                        .computeIfAbsent(organisation, none -> new ArrayList<>())
                        .add(checkpoint));
        return checkpoints;
    }

    /**
     * Reads checkpoints one by one.
     *
     * @param since moment of publication from which it reads; empty for the whole topic
     * @param consume receives the organisation and the checkpoint
     * @throws KafkaException when the broker does not answer in time, or a checkpoint is not readable
     */
    public void read(Optional<Instant> since, BiConsumer<String, PublishedCheckpoint> consume) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(Topics.JOURNAL_CHECKPOINTS, REQUEST_TIMEOUT).stream()
                            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                            .toList();
            Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions, REQUEST_TIMEOUT));
            consumer.assign(partitions);
            seek(consumer, partitions, ends, since);
            long deadline = System.nanoTime() + READ_TIMEOUT.toNanos();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey(), REQUEST_TIMEOUT) < end.getValue())) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL_TIMEOUT);
                if (!records.isEmpty()) {
                    deadline = System.nanoTime() + READ_TIMEOUT.toNanos();
                } else if (System.nanoTime() > deadline) {
                    throw new KafkaException("the checkpoints could not be read in time");
                }
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    String organisation = header(record, "ce_organisation");
                    if (isCheckpoint(record) && organisation != null) {
                        consume.accept(organisation, checkpoint(record.value()));
                    }
                }
            }
        }
    }

    private static void seek(
            KafkaConsumer<byte[], byte[]> consumer,
            List<TopicPartition> partitions,
            Map<TopicPartition, Long> ends,
            Optional<Instant> since) {
        if (since.isEmpty()) {
            consumer.seekToBeginning(partitions);
            return;
        }
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, since.get().toEpochMilli()));
        consumer.offsetsForTimes(times, REQUEST_TIMEOUT)
                .forEach((partition, found) ->
                        consumer.seek(partition, found == null ? ends.getOrDefault(partition, 0L) : found.offset()));
    }

    private static boolean isCheckpoint(ConsumerRecord<byte[], byte[]> record) {
        return Contracts.typeOf(CheckpointPublished.class).equals(header(record, "ce_type"));
    }

    private static PublishedCheckpoint checkpoint(byte[] data) {
        CheckpointPublished checkpoint = parsed(data);
        return new PublishedCheckpoint(
                checkpoint.position(),
                Objects.toString(checkpoint.head()),
                Objects.toString(checkpoint.keyId()),
                Objects.toString(checkpoint.signature()));
    }

    private static CheckpointPublished parsed(byte[] data) {
        try {
            return ContractJson.mapper().readValue(data, CheckpointPublished.class);
        } catch (IOException e) {
            throw new KafkaException("a published checkpoint is not readable", e);
        }
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
