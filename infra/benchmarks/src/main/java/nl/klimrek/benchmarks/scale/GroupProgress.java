package nl.klimrek.benchmarks.scale;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import nl.klimrek.contracts.TopicDefinition;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How far a consumer group has read all its topics, by committed offsets. */
final class GroupProgress implements AutoCloseable {

    private static final long POLL_NANOS = 20_000_000;

    private final Admin admin;
    private final String group;
    private final List<TopicPartition> partitions;

    GroupProgress(String bootstrapServers, String group) throws ExecutionException, InterruptedException {
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        this.group = group;
        List<String> topics = TopicDefinition.all().stream()
                .filter(topic -> topic.readers().contains(group))
                .map(TopicDefinition::name)
                .toList();
        this.partitions = new ArrayList<>();
        admin.describeTopics(topics)
                .allTopicNames()
                .get()
                .forEach((name, topic) -> topic.partitions()
                        .forEach(partition -> partitions.add(new TopicPartition(name, partition.partition()))));
    }

    /** Records written to the group's topics so far. */
    long written() throws ExecutionException, InterruptedException {
        return admin
                .listOffsets(partitions.stream().collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest())))
                .all()
                .get()
                .values()
                .stream()
                .mapToLong(end -> end.offset())
                .sum();
    }

    /** Records that the group has read and committed so far. */
    long read() throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> committed = new HashMap<>();
        admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get()
                .forEach((partition, offset) -> committed.put(partition, offset == null ? 0 : offset.offset()));
        return partitions.stream()
                .mapToLong(partition -> committed.getOrDefault(partition, 0L))
                .sum();
    }

    /** Samples progress until the group has read so many records. */
    List<Sample> until(long records, Duration timeout)
            throws ExecutionException, InterruptedException, TimeoutException {
        List<Sample> samples = new ArrayList<>();
        long deadline = System.nanoTime() + timeout.toNanos();
        while (samples.isEmpty() || samples.get(samples.size() - 1).read() < records) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException(group + " has read " + read() + " of " + records + " after " + timeout);
            }
            samples.add(new Sample(System.nanoTime(), read()));
            LockSupport.parkNanos(POLL_NANOS);
        }
        return samples;
    }

    /**
     * Progress at a moment.
     *
     * @param at by {@link System#nanoTime}
     */
    record Sample(long at, long read) {}

    @Override
    public void close() {
        admin.close();
    }
}
