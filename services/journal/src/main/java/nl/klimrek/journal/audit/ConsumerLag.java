package nl.klimrek.journal.audit;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import nl.klimrek.contracts.TopicDefinition;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Reads the lag of each declared reader of each topic from the broker: the end of each partition minus the committed
 * offset. Without a committed offset the whole partition counts.
 */
final class ConsumerLag {

    private static final Duration ADMIN_TIMEOUT = Duration.ofSeconds(5);

    private final Map<String, Object> settings;

    /** @param admin connection settings */
    ConsumerLag(Map<String, Object> admin) {
        settings = new HashMap<>(admin);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ADMIN_TIMEOUT.toMillis());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) ADMIN_TIMEOUT.toMillis());
    }

    /**
     * The lag of one group on one topic.
     *
     * @param group consumer group
     * @param topic topic it reads
     * @param behind records still to read
     */
    record GroupLag(String group, String topic, long behind) {}

    /** The lag of every declared reader of every existing topic, by group and topic. */
    List<GroupLag> read() {
        try (Admin admin = Admin.create(settings)) {
            Set<String> existing = admin.listTopics().names().get(ADMIN_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            List<TopicDefinition> topics = TopicDefinition.all().stream()
                    .filter(topic -> existing.contains(topic.name()))
                    .toList();
            Map<TopicPartition, Long> ends = ends(admin, topics);
            Map<String, Map<TopicPartition, Long>> committed = committed(admin, topics);
            return topics.stream()
                    .flatMap(topic -> topic.readers().stream()
                            .map(group -> new GroupLag(
                                    group,
                                    topic.name(),
                                    behind(topic.name(), ends, committed.getOrDefault(group, Map.of())))))
                    .sorted((one, other) -> (one.group() + one.topic()).compareTo(other.group() + other.topic()))
                    .toList();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("the broker did not return the offsets of its consumer groups", e);
        }
    }

    private static long behind(String topic, Map<TopicPartition, Long> ends, Map<TopicPartition, Long> committed) {
        return ends.entrySet().stream()
                .filter(end -> end.getKey().topic().equals(topic))
                .mapToLong(end -> Math.max(0, end.getValue() - committed.getOrDefault(end.getKey(), 0L)))
                .sum();
    }

    private static Map<TopicPartition, Long> ends(Admin admin, List<TopicDefinition> topics)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        admin.describeTopics(topics.stream().map(TopicDefinition::name).toList())
                .allTopicNames()
                .get()
                .forEach((name, topic) -> topic.partitions()
                        .forEach(partition ->
                                latest.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
        return admin.listOffsets(latest).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private static Map<String, Map<TopicPartition, Long>> committed(Admin admin, List<TopicDefinition> topics)
            throws ExecutionException, InterruptedException {
        Map<String, ListConsumerGroupOffsetsSpec> groups = new TreeMap<>();
        topics.forEach(
                topic -> topic.readers().forEach(group -> groups.put(group, new ListConsumerGroupOffsetsSpec())));
        Map<String, Map<TopicPartition, Long>> committed = new HashMap<>();
        admin.listConsumerGroupOffsets(groups)
                .all()
                .get()
                .forEach((group, offsets) -> committed.put(group, offsets(offsets)));
        return committed;
    }

    private static Map<TopicPartition, Long> offsets(Map<TopicPartition, OffsetAndMetadata> offsets) {
        Map<TopicPartition, Long> known = new HashMap<>();
        offsets.forEach((partition, offset) -> {
            if (offset != null) {
                known.put(partition, offset.offset());
            }
        });
        return known;
    }
}
