package nl.klimrek.standalone.demo;

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

/** What the services published about the demo organisation since the demo began, read as any program may read it. */
final class Facts implements AutoCloseable {

    /** The facts that the journal keeps; the checkpoints are the journal's own. */
    private static final List<String> TOPICS = List.of(
            Topics.PEOPLE,
            Topics.DIRECTORY,
            Topics.CONVERSATIONS,
            Topics.POP_FORMS,
            Topics.LEARNING_BUDGETS,
            Topics.REMINDERS);

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final List<Fact> seen = new ArrayList<>();

    /**
     * From this moment on.
     *
     * @param broker connection settings of a Kafka client
     */
    Facts(Map<String, Object> broker) {
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
            throw new NotRunning("Klimrek's broker does not answer at " + broker.get("bootstrap.servers")
                    + "; name its --kafka-port.");
        }
    }

    /** Everything until now, in order for each person. */
    List<Fact> untilNow() {
        try {
            readOn();
        } catch (KafkaException away) {
            throw new Missing("Klimrek's broker stopped answering: " + away.getMessage());
        }
        return List.copyOf(seen);
    }

    private void readOn() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                Fact fact = Fact.of(record);
                if (HrSystem.ORGANISATION.equals(fact.organisation())) {
                    seen.add(fact);
                }
            }
        }
    }

    /** The newest fact of this kind, which may still have to come. */
    Fact await(String what, Class<? extends Record> event, Predicate<Fact> which) {
        return Patience.until(
                what,
                () -> untilNow().stream()
                        .filter(fact -> fact.is(event))
                        .filter(which)
                        .reduce((earlier, later) -> later));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
