package nl.klimrek.benchmarks.backlog;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** How many records a topic has, read from its ends without reading the records. */
final class ArrivalCounter implements AutoCloseable {

    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(5);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    ArrivalCounter(String bootstrapServers, String topic) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        partitions = consumer.partitionsFor(topic, Duration.ofSeconds(30)).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    /** Waits until there are this many; says when that was seen. A repeated arrival counts as one more. */
    long await(long records) {
        long begin = System.nanoTime();
        long there = count();
        while (there < records) {
            if (System.nanoTime() - begin > PATIENCE_NANOS) {
                throw new IllegalStateException("only " + there + " of " + records + " events arrived");
            }
            LockSupport.parkNanos(POLL_NANOS);
            there = count();
        }
        return System.nanoTime();
    }

    private long count() {
        return consumer.endOffsets(partitions, Duration.ofSeconds(30)).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
