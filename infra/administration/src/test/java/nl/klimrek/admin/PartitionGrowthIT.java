package nl.klimrek.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import nl.klimrek.admin.platform.ExitCodes;
import nl.klimrek.contracts.TopicDefinition;
import nl.klimrek.contracts.Topics;
import nl.klimrek.embedded.kafka.EmbeddedKafka;
import nl.klimrek.embedded.kafka.TopicSpec;
import nl.klimrek.embedded.store.EmbeddedMongo;
import nl.klimrek.eventing.kafka.KafkaBroker;
import nl.klimrek.eventing.outbox.OutboxEvent;
import nl.klimrek.eventing.outbox.OutgoingRecord;
import nl.klimrek.eventing.relay.RelayControl;
import nl.klimrek.eventing.relay.RelaySwitch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A topic grows while two instances publish the events of each key in turn and every declared reader follows. */
class PartitionGrowthIT {

    private static final TopicDefinition TOPIC = TopicDefinition.of(Topics.POP_FORMS);
    private static final int KEYS = 40;
    private static final int METADATA_MILLIS = (int) KafkaBroker.METADATA_AGE.toMillis();

    @TempDir
    Path folder;

    private final Map<String, List<Integer>> read = new ConcurrentHashMap<>();
    private final AtomicBoolean running = new AtomicBoolean(true);

    @Test
    void no_reader_sees_a_newer_event_of_a_key_before_an_older_one() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"));
                EmbeddedMongo mongo = EmbeddedMongo.start(folder.resolve("store"));
                MongoClient store = MongoClients.create(mongo.connectionString())) {
            kafka.createTopics(List.of(new TopicSpec(TOPIC.name(), 2)));
            AdminCli admin = AdminCli.of(folder, kafka.bootstrapServers(), mongo.connectionString());
            List<Thread> readers = TOPIC.readers().stream()
                    .map(group -> start(() -> follow(kafka.bootstrapServers(), group)))
                    .toList();
            MongoDatabase database = store.getDatabase("klimrek-" + TOPIC.owner());
            AtomicInteger published = new AtomicInteger();
            Thread relay = start(() -> publish(kafka.bootstrapServers(), database, published));
            awaitAtLeast(published, 200);

            AdminCli.Result grown = admin.run("partitions", TOPIC.name(), "--to", "6", "--timeout", "60");
            assertThat(grown.output()).contains(TOPIC.name() + " has 6 partitions", "resume");
            assertThat(grown.exitCode()).isEqualTo(ExitCodes.DONE);
            int atGrowth = published.get();
            awaitAtLeast(published, atGrowth + 400);

            running.set(false);
            relay.join();
            for (Thread reader : readers) {
                reader.join();
            }
            assertThat(read).hasSize(TOPIC.readers().size() * KEYS);
            read.forEach(
                    (key, numbers) -> assertThat(numbers).as(key).isSorted().doesNotHaveDuplicates());
            int perGroup = read.values().stream().mapToInt(List::size).sum()
                    / TOPIC.readers().size();
            assertThat(perGroup).isEqualTo(published.get());
        }
    }

    /** Two relays, which know the partitions since different times: they send the events of each key in turn. */
    private void publish(String bootstrapServers, MongoDatabase database, AtomicInteger published) {
        try (KafkaProducer<byte[], byte[]> first = producer(bootstrapServers, 500);
                KafkaProducer<byte[], byte[]> second = producer(bootstrapServers, METADATA_MILLIS);
                RelaySwitch one = relay(first, database, "one");
                RelaySwitch two = relay(second, database, "two")) {
            for (int number = 0; running.get() || number % KEYS != 0; ) {
                OutgoingRecord record = new OutgoingRecord(
                        "acme/" + number % KEYS,
                        Map.of(),
                        Integer.toString(number / KEYS).getBytes(StandardCharsets.UTF_8));
                OutboxEvent event = OutboxEvent.of("e" + number, TOPIC.name(), record, Instant.EPOCH, "one");
                var answer = new CompletableFuture<Boolean>();
                RelaySwitch relays = number / KEYS % 2 == 0 ? one : two;
                relays.send(event, failure -> answer.complete(failure == null));
                if (answer.join()) {
                    number++;
                    published.incrementAndGet();
                }
            }
        }
    }

    private static KafkaProducer<byte[], byte[]> producer(String bootstrapServers, int metadataMillis) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "metadata.max.age.ms", metadataMillis),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static RelaySwitch relay(KafkaProducer<byte[], byte[]> producer, MongoDatabase database, String name) {
        return new RelaySwitch(new KafkaBroker(producer), new RelayControl(database), name, Clock.systemUTC()).start();
    }

    private void follow(String bootstrapServers, String group) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                group,
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                false,
                "metadata.max.age.ms",
                1_000));
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC.name()));
            int quiet = 0;
            int seen = 0;
            while (running.get() || quiet < 15) {
                int before = seen;
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
                    read.computeIfAbsent(group + " " + record.key(), key -> new ArrayList<>())
                            .add(Integer.valueOf(record.value()));
                    seen++;
                }
                consumer.commitSync();
                quiet = seen == before ? quiet + 1 : 0;
            }
        }
    }

    private static Thread start(Runnable work) {
        Thread thread = new Thread(work);
        thread.start();
        return thread;
    }

    private static void awaitAtLeast(AtomicInteger count, int wanted) {
        await().atMost(Duration.ofSeconds(60)).until(() -> count.get() >= wanted);
    }
}
