package nl.klimrek.embedded.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates missing topics with the broker's default number of replicas. */
final class TopicCreator {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

    private final Admin admin;

    private TopicCreator(Admin admin) {
        this.admin = admin;
    }

    static Set<String> createMissing(Map<String, Object> client, Collection<TopicSpec> plans) {
        try (Admin admin = Admin.create(client)) {
            return new TopicCreator(admin).createMissing(plans);
        }
    }

    private Set<String> createMissing(Collection<TopicSpec> plans) {
        List<NewTopic> wanted = plans.stream()
                .map(plan -> new NewTopic(plan.name(), Optional.of(plan.partitions()), Optional.empty())
                        .configs(plan.config()))
                .toList();
        Set<String> made = new TreeSet<>();
        admin.createTopics(wanted).values().forEach((name, outcome) -> {
            if (isNew(name, outcome)) {
                made.add(name);
            }
        });
        awaitLeaders(
                wanted.stream().filter(topic -> made.contains(topic.name())).toList());
        return made;
    }

    /** A new topic refuses records for a moment; waits until the caller can write. */
    private void awaitLeaders(List<NewTopic> topics) {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (NewTopic topic : topics) {
            for (int partition = 0; partition < topic.numPartitions(); partition++) {
                ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
            }
        }
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (!acceptRecords(ends, deadline)) {
            LockSupport.parkNanos(POLL_INTERVAL.toNanos());
        }
    }

    /** False while the broker does not know the topics yet; the client does not retry this itself. */
    private boolean acceptRecords(Map<TopicPartition, OffsetSpec> ends, long deadline) {
        try {
            admin.listOffsets(ends).all().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException && System.nanoTime() < deadline) {
                return false;
            }
            throw new IllegalStateException("Topics were created but do not accept records", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while creating topics", e);
        }
    }

    private static boolean isNew(String name, KafkaFuture<Void> outcome) {
        try {
            outcome.get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw new IllegalStateException("Kafka refused the topic " + name, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while creating the topic " + name, e);
        }
    }
}
