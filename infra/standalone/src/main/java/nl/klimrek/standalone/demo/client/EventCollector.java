package nl.klimrek.standalone.demo.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import nl.klimrek.contracts.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Collects the demo organisation's published events since the demo started, with a reader's credentials. */
public final class EventCollector implements AutoCloseable {

    /** The topics that the journal records. */
    private static final List<String> TOPICS = List.of(
            Topics.PEOPLE,
            Topics.DIRECTORY,
            Topics.CONVERSATIONS,
            Topics.POP_FORMS,
            Topics.LEARNING_BUDGETS,
            Topics.REMINDERS,
            Topics.CALENDAR_REPLIES);

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final List<CollectedEvent> seen = new ArrayList<>();

    /**
     * Starts at the current end of each topic.
     *
     * @param broker Kafka client settings
     */
    public EventCollector(Map<String, Object> broker) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.putAll(
                Map.of("enable.auto.commit", false, "request.timeout.ms", 10_000, "default.api.timeout.ms", 10_000));
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            this.partitions = TOPICS.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.endOffsets(partitions).forEach(consumer::seek);
        } catch (KafkaException away) {
            consumer.close(Duration.ZERO);
            throw new PlatformNotRunning("Klimrek's broker does not answer at " + broker.get("bootstrap.servers")
                    + "; name its --kafka-port.");
        }
    }

    /** All events so far, in order per person. */
    public List<CollectedEvent> soFar() {
        try {
            readOn();
        } catch (KafkaException away) {
            throw new DemoFailure("Klimrek's broker stopped answering: " + away.getMessage());
        }
        return List.copyOf(seen);
    }

    private void readOn() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                CollectedEvent event = CollectedEvent.of(record);
                if (HrEventProducer.ORGANISATION.equals(event.organisation())) {
                    seen.add(event);
                }
            }
        }
    }

    /** Waits for an event of this type and returns the newest one. */
    public CollectedEvent await(String what, Class<? extends Record> type, Predicate<CollectedEvent> which) {
        return Eventually.until(
                what,
                () -> soFar().stream()
                        .filter(event -> event.is(type))
                        .filter(which)
                        .reduce((earlier, later) -> later));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
