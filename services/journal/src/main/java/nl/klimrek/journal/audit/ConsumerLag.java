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
 * How many records each declared reader of each topic has still to read, as the broker knows it: the end of a partition
 * less what the group has confirmed. A group that never confirmed anything on a partition has all of it before it.
 */
final class ConsumerLag {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, Object> settings;

    /** @param admin connection settings */
    ConsumerLag(Map<String, Object> admin) {
        settings = new HashMap<>(admin);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    }

    /**
     * How far a group is behind.
     *
     * @param group consumer group
     * @param topic topic it reads
     * @param behind records it has still to read
     */
    record Behind(String group, String topic, long behind) {}

    /** Every declared reader of every topic that is there, by group and topic. */
    List<Behind> now() {
        try (Admin admin = Admin.create(settings)) {
            Set<String> there = admin.listTopics().names().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            List<TopicDefinition> topics = TopicDefinition.all().stream()
                    .filter(topic -> there.contains(topic.name()))
                    .toList();
            Map<TopicPartition, Long> ends = ends(admin, topics);
            Map<String, Map<TopicPartition, Long>> confirmed = confirmed(admin, topics);
            return topics.stream()
                    .flatMap(topic -> topic.readers().stream()
                            .map(group -> new Behind(
                                    group,
                                    topic.name(),
                                    behind(topic.name(), ends, confirmed.getOrDefault(group, Map.of())))))
                    .sorted((one, other) -> (one.group() + one.topic()).compareTo(other.group() + other.topic()))
                    .toList();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("the broker does not tell how far its readers are", e);
        }
    }

    private static long behind(String topic, Map<TopicPartition, Long> ends, Map<TopicPartition, Long> confirmed) {
        return ends.entrySet().stream()
                .filter(end -> end.getKey().topic().equals(topic))
                .mapToLong(end -> Math.max(0, end.getValue() - confirmed.getOrDefault(end.getKey(), 0L)))
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

    private static Map<String, Map<TopicPartition, Long>> confirmed(Admin admin, List<TopicDefinition> topics)
            throws ExecutionException, InterruptedException {
        Map<String, ListConsumerGroupOffsetsSpec> groups = new TreeMap<>();
        topics.forEach(
                topic -> topic.readers().forEach(group -> groups.put(group, new ListConsumerGroupOffsetsSpec())));
        Map<String, Map<TopicPartition, Long>> confirmed = new HashMap<>();
        admin.listConsumerGroupOffsets(groups)
                .all()
                .get()
                .forEach((group, offsets) -> confirmed.put(group, places(offsets)));
        return confirmed;
    }

    private static Map<TopicPartition, Long> places(Map<TopicPartition, OffsetAndMetadata> offsets) {
        Map<TopicPartition, Long> places = new HashMap<>();
        offsets.forEach((partition, place) -> {
            if (place != null) {
                places.put(partition, place.offset());
            }
        });
        return places;
    }
}
