package nl.klimrek.people.imports;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the readers of our events are behind. An import that runs ahead of them would make everybody's single changes
 * wait behind its own. A group that never read, or that we may not look at, holds nobody up.
 */
public final class ReaderLag implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReaderLag.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final long LOOK_NANOS = Duration.ofMillis(200).toNanos();

    private final Map<String, Object> settings;
    private final String topic;
    private final List<String> groups;
    private final long most;
    private Admin admin;
    private long lookedAt;
    private boolean small = true;
    private boolean told;

    /**
     * @param broker settings of an admin client
     * @param groups consumer groups that read the topic
     * @param most events that a group may be behind on one partition
     */
    public ReaderLag(Map<String, Object> broker, String topic, List<String> groups, long most) {
        this.settings = new HashMap<>(broker);
        this.settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) TIMEOUT.toMillis());
        this.settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) TIMEOUT.toMillis());
        this.topic = topic;
        this.groups = groups;
        this.most = most;
    }

    /** Whether every group is at most so far behind; asks the broker a few times a second at most. */
    synchronized boolean isSmall() {
        if (lookedAt == 0 || System.nanoTime() - lookedAt > LOOK_NANOS) {
            small = look() <= most;
            lookedAt = System.nanoTime();
        }
        return small;
    }

    private long look() {
        try {
            Map<TopicPartition, Long> ends = ends();
            long greatest = 0;
            for (String group : groups) {
                greatest = Math.max(greatest, behind(group, ends));
            }
            return greatest;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 0;
        } catch (ExecutionException | TimeoutException | KafkaException away) {
            if (!told) {
                LOG.warn("It cannot be seen how far readers are behind, so imports do not wait for them: {}",
                        away.getClass().getSimpleName());
                told = true;
            }
            return 0;
        }
    }

    private long behind(String group, Map<TopicPartition, Long> ends)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetAndMetadata> read = admin().listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata().get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        return read.entrySet().stream().filter(entry -> entry.getValue() != null && ends.containsKey(entry.getKey()))
                .mapToLong(entry -> ends.get(entry.getKey()) - entry.getValue().offset()).max().orElse(0);
    }

    private Map<TopicPartition, Long> ends() throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetSpec> latest = admin().describeTopics(List.of(topic)).allTopicNames()
                .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS).get(topic).partitions().stream()
                .collect(Collectors.toMap(partition -> new TopicPartition(topic, partition.partition()), unused -> OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> ends =
                admin().listOffsets(latest).all().get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        return ends.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private Admin admin() {
        if (admin == null) {
            admin = Admin.create(settings);
        }
        return admin;
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(TIMEOUT);
        }
    }
}
