package nl.klimrek.embedded.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What a foreign program would do with the broker. */
final class KafkaProbe {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();

    private KafkaProbe() {}

    static KafkaProducer<String, String> producer(EmbeddedKafka kafka, int maxBlockMillis) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all", "max.block.ms", maxBlockMillis),
                new StringSerializer(),
                new StringSerializer());
    }

    static void send(EmbeddedKafka kafka, String topic, String key, String value) throws Exception {
        try (KafkaProducer<String, String> producer = producer(kafka, 30_000)) {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        }
    }

    static List<String> readAll(EmbeddedKafka kafka, String topic) {
        return readAll(kafka.bootstrapServers(), topic);
    }

    static List<String> readAll(String bootstrapServers, String topic) {
        try (KafkaConsumer<String, String> consumer = consumer(bootstrapServers, Map.of())) {
            List<TopicPartition> all = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            long wanted = consumer.endOffsets(all).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            return poll(consumer, wanted);
        }
    }

    static List<String> readAsGroup(EmbeddedKafka kafka, String topic, String group, long wanted) {
        Map<String, Object> settings =
                Map.of("group.id", group, "auto.offset.reset", "earliest", "enable.auto.commit", "false");
        try (KafkaConsumer<String, String> consumer = consumer(kafka.bootstrapServers(), settings)) {
            consumer.subscribe(List.of(topic));
            List<String> seen = poll(consumer, wanted);
            consumer.commitSync();
            return seen;
        }
    }

    static String clusterId(EmbeddedKafka kafka) {
        return withAdmin(kafka, admin -> admin.describeCluster().clusterId().get());
    }

    static int partitions(EmbeddedKafka kafka, String topic) {
        return withAdmin(
                kafka,
                admin -> admin.describeTopics(List.of(topic))
                        .allTopicNames()
                        .get()
                        .get(topic)
                        .partitions()
                        .size());
    }

    static String config(EmbeddedKafka kafka, String topic, String key) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return withAdmin(
                kafka,
                admin -> admin.describeConfigs(List.of(resource))
                        .all()
                        .get()
                        .get(resource)
                        .get(key)
                        .value());
    }

    static KafkaConsumer<String, String> consumer(String bootstrapServers, Map<String, Object> settings) {
        Map<String, Object> all = new java.util.HashMap<>(settings);
        all.put("bootstrap.servers", bootstrapServers);
        return new KafkaConsumer<>(all, new StringDeserializer(), new StringDeserializer());
    }

    private static List<String> poll(KafkaConsumer<String, String> consumer, long wanted) {
        List<String> seen = new ArrayList<>();
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (seen.size() < wanted && System.nanoTime() < deadline) {
            ConsumerRecords<String, String> records = consumer.poll(POLL);
            records.forEach(each -> seen.add(each.key() + "=" + each.value()));
        }
        return seen;
    }

    private interface Question<T> {
        T ask(Admin admin) throws ExecutionException, InterruptedException;
    }

    private static <T> T withAdmin(EmbeddedKafka kafka, Question<T> question) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            return question.ask(admin);
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
