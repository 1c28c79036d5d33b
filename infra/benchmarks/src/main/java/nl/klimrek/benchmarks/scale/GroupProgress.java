package nl.klimrek.benchmarks.scale;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
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
    private final List<TopicPartition> partitions = new ArrayList<>();

    GroupProgress(String bootstrapServers, String group) throws ExecutionException, InterruptedException {
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        this.group = group;
        List<String> topics = TopicDefinition.all().stream()
                .filter(topic -> topic.readers().contains(group))
                .map(TopicDefinition::name)
                .toList();
        admin.describeTopics(topics)
                .allTopicNames()
                .get()
                .forEach((name, topic) -> topic.partitions()
                        .forEach(partition -> partitions.add(new TopicPartition(name, partition.partition()))));
    }

    /** Records written to the group's topics so far. */
    long written() throws ExecutionException, InterruptedException {
        return sum(writtenByPartition());
    }

    Map<TopicPartition, Long> writtenByPartition() throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> written = new HashMap<>();
        admin.listOffsets(partitions.stream().collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest())))
                .all()
                .get()
                .forEach((partition, end) -> written.put(partition, end.offset()));
        return written;
    }

    /** Records that the group has read and committed so far. */
    long read() throws ExecutionException, InterruptedException {
        return sum(readByPartition());
    }

    Map<TopicPartition, Long> readByPartition() throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> read = new HashMap<>();
        partitions.forEach(partition -> read.put(partition, 0L));
        admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get()
                .forEach((partition, offset) ->
                        read.computeIfPresent(partition, (none, zero) -> offset == null ? 0 : offset.offset()));
        return read;
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Samples progress until the group has read so many records.
     *
     * @param cpuNanos processor time that its readers have used
     */
    List<Sample> until(long records, Duration timeout, LongSupplier cpuNanos)
            throws ExecutionException, InterruptedException, TimeoutException {
        List<Sample> samples = new ArrayList<>();
        long deadline = System.nanoTime() + timeout.toNanos();
        while (samples.isEmpty() || samples.get(samples.size() - 1).read() < records) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException(group + " has read " + read() + " of " + records + " after " + timeout);
            }
            samples.add(sample(cpuNanos));
        }
        return samples;
    }

    /** Samples progress for a while. */
    List<Sample> during(Duration time) throws ExecutionException, InterruptedException {
        List<Sample> samples = new ArrayList<>();
        long deadline = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < deadline) {
            samples.add(sample(() -> 0));
        }
        return samples;
    }

    private Sample sample(LongSupplier cpuNanos) throws ExecutionException, InterruptedException {
        LockSupport.parkNanos(POLL_NANOS);
        long read = read();
        return new Sample(System.nanoTime(), read, cpuNanos.getAsLong());
    }

    /**
     * Progress at a moment.
     *
     * @param at by {@link System#nanoTime}
     * @param cpuNanos processor time of the readers, where it is asked for
     */
    record Sample(long at, long read, long cpuNanos) {}

    @Override
    public void close() {
        admin.close();
    }
}
