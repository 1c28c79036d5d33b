package nl.klimrek.benchmarks.hr;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.klimrek.benchmarks.engines.Engines;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;

/**
 * The least that any way from a file to seven services must do: insert a row, produce it, consume it seven times and insert
 * it each time. It checks nothing and promises nothing.
 */
final class RawRosterImport {

    private static final int READERS = 7;
    private static final int WRITERS = 8;

    private RawRosterImport() {}

    /**
     * People a second until the last reader has the last row.
     *
     * @param round tells the rows of one measurement from those of another on the same engines
     */
    static double peoplePerSecond(Engines engines, int people, String round)
            throws InterruptedException, ExecutionException {
        try (MongoClient mongo = MongoClients.create(engines.mongoUri());
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", engines.bootstrapServers(), "acks", "all", "linger.ms", 0),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            ExecutorService threads = Executors.newFixedThreadPool(READERS + WRITERS);
            long begin = System.nanoTime();
            List<Future<?>> work = new ArrayList<>();
            for (int reader = 0; reader < READERS; reader++) {
                MongoCollection<Document> into =
                        mongo.getDatabase("raw-hr-" + round).getCollection("reader" + reader);
                String group = "raw-hr-" + round + "-" + reader;
                work.add(threads.submit(() -> read(engines, group, into, people, round + "/")));
            }
            MongoCollection<Document> roster =
                    mongo.getDatabase("raw-hr-" + round).getCollection("people");
            for (int writer = 0; writer < WRITERS; writer++) {
                int first = writer;
                work.add(threads.submit(() -> {
                    for (int i = first; i < people; i += WRITERS) {
                        String row = RosterCsv.row(i);
                        roster.insertOne(new Document("_id", round + "/" + i).append("row", row));
                        producer.send(new ProducerRecord<>(Engines.RAW_TOPIC, bytes(round + "/" + i), bytes(row)));
                    }
                }));
            }
            for (Future<?> each : work) {
                each.get();
            }
            threads.shutdown();
            return people / ((System.nanoTime() - begin) / 1e9);
        }
    }

    private static void read(Engines engines, String group, MongoCollection<Document> into, int people, String prefix) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        engines.bootstrapServers(),
                        "group.id",
                        group,
                        "auto.offset.reset",
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Engines.RAW_TOPIC));
            for (int read = 0; read < people; ) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    String key = new String(record.key(), StandardCharsets.UTF_8);
                    if (key.startsWith(prefix)) {
                        into.insertOne(new Document("_id", key).append("row", record.value()));
                        read++;
                    }
                }
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
