package nl.klimrek.acceptance.fire;

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

/** What is there when all is quiet, read past all instances: the topic from its beginning, and the stored effects. */
final class Evidence {

    private final Setting setting;
    private final List<PublishedEvent> records = new ArrayList<>();
    private final Map<String, PublishedEvent> firstArrivals = new LinkedHashMap<>();

    Evidence(Setting setting) {
        this.setting = setting;
        read(setting.topic(), FireEngines.PARTITIONS).stream()
                .map(PublishedEvent::of)
                .forEach(event -> {
                    records.add(event);
                    firstArrivals.putIfAbsent(event.id(), event);
                });
    }

    /** How many events are still in their documents. */
    static int waiting(Setting setting) {
        return setting.database().getCollection(Setting.COUNTERS).find().into(new ArrayList<>()).stream()
                .mapToInt(document -> document.getList("outbox", Document.class).size())
                .sum();
    }

    /** How many effects of events on the topic are not there yet, of all groups. */
    int missing() {
        return effects().values().stream()
                .mapToInt(count -> Math.max(0, firstArrivals.size() - count))
                .sum();
    }

    /** How many effects each group has. */
    Map<String, Integer> effects() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Instance.GROUPS.forEach(group -> counts.put(
                group, effects(group).values().stream().mapToInt(List::size).sum()));
        return counts;
    }

    /** Tells the witness all of it, and lets every guarantee judge. */
    void judge() {
        Witness witness = setting.witness();
        for (PublishedEvent event : records) {
            witness.order.arrived(event.stream(), event.sequence(), event.id());
            witness.journal.published(event.stream(), event.sequence());
        }
        for (PublishedEvent event : firstArrivals.values()) {
            witness.survive.found(event.correlation());
            witness.reaches.published(event.id());
            witness.effects.due("the counters", event.correlation());
            witness.effects.effect("the counters", event.correlation());
            Instance.GROUPS.forEach(group -> witness.effects.due(group, event.id()));
        }
        Instance.GROUPS.forEach(group ->
                effects(group).forEach((key, facts) -> facts.forEach(fact -> effect(group, key, fact))));
        witness.guarantees().forEach(Guarantee::judge);
        assertThat(witness.guarantees())
                .allSatisfy(guarantee ->
                        assertThat(guarantee.seen()).as(guarantee.promise()).isPositive());
        Instance.GROUPS.forEach(group -> assertThat(read(FireEngines.deadLetters(setting.topic(), group), 1))
                .as("parked by " + group)
                .isEmpty());
    }

    private void effect(String group, String key, Document fact) {
        Witness witness = setting.witness();
        String id = fact.getString("event");
        witness.effects.effect(group, id);
        PublishedEvent first = firstArrivals.get(id);
        assertThat(first)
                .as("event " + id + " had an effect and is not on the topic")
                .isNotNull();
        witness.orderPerKey.taken(group, key, first.partition(), first.offset());
        if (group.equals(Instance.JOURNAL)) {
            witness.journal.entry(first.stream(), ((Number) fact.get("sequence")).longValue());
        }
    }

    private Map<String, List<Document>> effects(String group) {
        MongoCollection<Document> collection = setting.database().getCollection(Setting.effectsOf(group));
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
                Map.of("bootstrap.servers", setting.brokers()),
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

    /** How many events there are, and how many records. */
    @Override
    public String toString() {
        return firstArrivals.size() + " events in " + records.size() + " records";
    }
}
