package nl.klimrek.acceptance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.klimrek.testkit.guarantees.Guarantee;
import nl.klimrek.testkit.guarantees.PublishedEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.bson.Document;

/** The outcome after the drain, read without any instance: the whole topic and the stored effects. */
final class ObservedOutcome {

    private final ChaosEnvironment environment;
    private final List<PublishedEvent> records = new ArrayList<>();
    private final Map<String, PublishedEvent> firstArrivals = new LinkedHashMap<>();

    ObservedOutcome(ChaosEnvironment environment) {
        this.environment = environment;
        read(environment.topic(), ChaosEngines.PARTITIONS).stream()
                .map(PublishedEvent::of)
                .forEach(event -> {
                    records.add(event);
                    firstArrivals.putIfAbsent(event.id(), event);
                });
    }

    /** Number of events still in their documents. */
    static int waiting(ChaosEnvironment environment) {
        return environment.database().getCollection(ChaosEnvironment.COUNTERS).find().into(new ArrayList<>()).stream()
                .mapToInt(document -> document.getList("outbox", Document.class).size())
                .sum();
    }

    /** Number of published events without their effect, over all groups. */
    int missing() {
        return effects().values().stream()
                .mapToInt(count -> Math.max(0, firstArrivals.size() - count))
                .sum();
    }

    /** Number of effects of each group. */
    Map<String, Integer> effects() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        CounterInstance.GROUPS.forEach(group -> counts.put(
                group, effects(group).values().stream().mapToInt(List::size).sum()));
        return counts;
    }

    /** Adds the outcome to the record and checks every guarantee. */
    void judge() {
        GuaranteeRecorder recorder = environment.recorder();
        for (PublishedEvent event : records) {
            recorder.order.arrived(event.stream(), event.sequence(), event.id());
            recorder.journal.published(event.stream(), event.sequence());
        }
        for (PublishedEvent event : firstArrivals.values()) {
            recorder.survive.found(event.correlation());
            recorder.reaches.published(event.id());
            recorder.effects.due("the counters", event.correlation());
            recorder.effects.effect("the counters", event.correlation());
            CounterInstance.GROUPS.forEach(group -> recorder.effects.due(group, event.id()));
        }
        CounterInstance.GROUPS.forEach(group ->
                effects(group).forEach((key, facts) -> facts.forEach(fact -> effect(group, key, fact))));
        recorder.guarantees().forEach(Guarantee::judge);
        assertThat(recorder.guarantees())
                .allSatisfy(guarantee ->
                        assertThat(guarantee.seen()).as(guarantee.promise()).isPositive());
        CounterInstance.GROUPS.forEach(group -> assertThat(
                        read(ChaosEngines.deadLetters(environment.topic(), group), 1))
                .as("parked by " + group)
                .isEmpty());
    }

    private void effect(String group, String key, Document fact) {
        GuaranteeRecorder recorder = environment.recorder();
        String id = fact.getString("event");
        recorder.effects.effect(group, id);
        PublishedEvent first = firstArrivals.get(id);
        assertThat(first)
                .as("event " + id + " had an effect and is not on the topic")
                .isNotNull();
        recorder.orderPerKey.taken(group, key, first.partition(), first.offset());
        if (group.equals(CounterInstance.JOURNAL)) {
            recorder.journal.entry(first.stream(), ((Number) fact.get("sequence")).longValue());
        }
    }

    private Map<String, List<Document>> effects(String group) {
        MongoCollection<Document> collection = environment.database().getCollection(ChaosEnvironment.effectsOf(group));
        Map<String, List<Document>> byKey = new HashMap<>();
        collection
                .find()
                .forEach(document -> byKey.put(
                        document.getString("_id"),
                        document.get("state", Document.class).getList("facts", Document.class)));
        return byKey;
    }

    private List<ConsumerRecord<byte[], byte[]>> read(String topic, int partitions) {
        List<TopicPartition> all = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", environment.brokers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
        }
        return found;
    }

    /** The number of events and records. */
    @Override
    public String toString() {
        return firstArrivals.size() + " events in " + records.size() + " records";
    }
}
