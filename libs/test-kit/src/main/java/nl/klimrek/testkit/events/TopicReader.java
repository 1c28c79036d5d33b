package nl.klimrek.testkit.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what is on a topic at this moment, from its beginning, without a consumer group. */
public final class TopicReader {

    private final String bootstrapServers;

    public TopicReader(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Every record of a topic. Records of one key are in order. */
    public List<TopicRecord> all(String topic) {
        List<TopicRecord> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> found.add(new TopicRecord(record)));
            }
        }
        return found;
    }

    /** The records of one organisation, by key; tombstones among them. */
    public List<TopicRecord> of(String organisation, String topic) {
        return all(topic).stream()
                .filter(record -> record.key().startsWith(organisation + "/"))
                .toList();
    }

    /** The records of one organisation and one partition key: a person, a team or a cycle. */
    public List<TopicRecord> about(String organisation, String key, String topic) {
        return all(topic).stream()
                .filter(record -> record.key().equals(organisation + "/" + key))
                .toList();
    }

    /** The short types of one organisation's events about one subject, in order. */
    public List<String> typesOf(String organisation, String subject, String topic) {
        return of(organisation, topic).stream()
                .filter(record -> subject.equals(record.subject()))
                .map(TopicRecord::shortType)
                .toList();
    }
}
