package nl.klimrek.benchmarks.hr;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import nl.klimrek.contracts.TopicDefinition;
import nl.klimrek.contracts.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Tells whether every declared reader has read all that people published. */
final class ReaderProgress implements AutoCloseable {

    private static final List<String> TOPICS = List.of(Topics.PEOPLE, Topics.DIRECTORY);
    private static final long POLL_NANOS = 50_000_000;

    private final Admin admin;

    ReaderProgress(String bootstrapServers) {
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    /** The current end of each partition. */
    Map<TopicPartition, Long> ends() throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        for (String topic : TOPICS) {
            for (int partition = 0;
                    partition < TopicDefinition.of(topic).onSingleBroker().partitions();
                    partition++) {
                wanted.put(new TopicPartition(topic, partition), OffsetSpec.latest());
            }
        }
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(wanted).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    /** Waits until every reader has reached these ends. */
    void await(Map<TopicPartition, Long> ends, Duration most)
            throws InterruptedException, ExecutionException, TimeoutException {
        long until = System.nanoTime() + most.toNanos();
        while (!reached(ends)) {
            if (System.nanoTime() > until) {
                throw new TimeoutException("a reader did not get to the end");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private boolean reached(Map<TopicPartition, Long> ends) throws InterruptedException, ExecutionException {
        for (String topic : TOPICS) {
            for (String group : TopicDefinition.of(topic).readers()) {
                if (group.equals("portal")) {
                    continue;
                }
                Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get();
                boolean behind = ends.entrySet().stream()
                        .filter(end -> end.getKey().topic().equals(topic) && end.getValue() > 0)
                        .anyMatch(end -> read.get(end.getKey()) == null
                                || read.get(end.getKey()).offset() < end.getValue());
                if (behind) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public void close() {
        admin.close();
    }
}
