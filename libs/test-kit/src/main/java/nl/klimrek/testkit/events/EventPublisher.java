package nl.klimrek.testkit.events;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Publishes events of contract records to their topics, as the services that own them would. Every method returns when the
 * broker has acknowledged. One per broker and JVM; safe for several threads.
 */
public final class EventPublisher {

    private static final Map<String, EventPublisher> BY_BROKER = new ConcurrentHashMap<>();

    private final KafkaProducer<byte[], byte[]> producer;
    private final Map<String, Long> sequences = new ConcurrentHashMap<>();

    private EventPublisher(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** The publisher for this broker, which stops with the JVM. */
    public static EventPublisher to(String bootstrapServers) {
        return BY_BROKER.computeIfAbsent(bootstrapServers, EventPublisher::new);
    }

    /** Publishes the next event of its subject: the sequence goes on from the last one published in this way. */
    public void publish(String organisation, Record event) {
        publishNext(TestEvent.of(organisation, event));
    }

    /** Publishes an event with the next sequence of its subject in place of its own. */
    public void publishNext(TestEvent event) {
        String stream =
                event.attribute("source") + "#" + event.attribute("organisation") + "/" + event.attribute("subject");
        publish(event.withSequence(sequences.merge(stream, 1L, Long::sum)));
    }

    /** Publishes an event exactly as it is. */
    public void publish(TestEvent event) {
        publishAll(List.of(event.toRecord()));
    }

    /** Publishes the tombstone of a key on a compacted topic. */
    public void publishTombstone(String topic, String organisation, String key) {
        publishAll(List.of(new ProducerRecord<>(topic, TestEvent.bytes(organisation + "/" + key), null)));
    }

    /** Publishes records again, each in its partition, as a replay delivers them. */
    public void replay(Collection<TopicRecord> records) {
        publishAll(records.stream().map(TopicRecord::toRecord).toList());
    }

    /** Publishes records in this order. */
    public void publishAll(List<ProducerRecord<byte[], byte[]>> records) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        records.forEach(record -> sent.add(producer.send(record)));
        producer.flush();
        for (Future<RecordMetadata> each : sent) {
            try {
                each.get();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", interrupted);
            } catch (ExecutionException refused) {
                throw new IllegalStateException("the broker refused", refused.getCause());
            }
        }
    }
}
