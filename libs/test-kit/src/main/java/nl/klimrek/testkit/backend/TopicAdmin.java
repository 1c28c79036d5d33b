package nl.klimrek.testkit.backend;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.klimrek.servicekit.topics.TopicCheck;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates topics on a test's broker and reads offsets from it. */
public final class TopicAdmin implements AutoCloseable {

    private final Admin admin;

    public TopicAdmin(String bootstrapServers) {
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    /** Creates a topic unless it exists. */
    public void create(String topic, int partitions) {
        try {
            get(admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                    .all());
        } catch (IllegalStateException failed) {
            if (!(failed.getCause() instanceof TopicExistsException)) {
                throw failed;
            }
        }
    }

    /** Creates the topics that a service owns or reads, and the dead-letter and retry topics of its readers, unless they exist. */
    public void createTopicsOf(String service) {
        Set<String> existing = get(admin.listTopics().names());
        get(admin.createTopics(TopicCheck.of(service, true).stream()
                        .filter(topic -> !existing.contains(topic.name()))
                        .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) topic.replicas())
                                .configs(topic.settings()))
                        .toList())
                .all());
    }

    /** The offset after the last record of each partition of these topics. */
    public Map<TopicPartition, Long> endOffsets(Collection<String> topics) {
        Map<TopicPartition, OffsetSpec> wanted = get(
                        admin.describeTopics(topics).allTopicNames())
                .values()
                .stream()
                .flatMap(topic ->
                        topic.partitions().stream().map(each -> new TopicPartition(topic.name(), each.partition())))
                .collect(Collectors.toMap(Function.identity(), each -> OffsetSpec.latest()));
        return get(admin.listOffsets(wanted).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    /** Whether a consumer group has committed all of these offsets. An empty partition needs no commit. */
    public boolean hasCommitted(String group, Map<TopicPartition, Long> ends) {
        var committed = get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        return ends.entrySet().stream()
                .allMatch(end -> end.getValue() == 0
                        || committed.get(end.getKey()) != null
                                && committed.get(end.getKey()).offset() >= end.getValue());
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the broker refused", failed.getCause());
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
