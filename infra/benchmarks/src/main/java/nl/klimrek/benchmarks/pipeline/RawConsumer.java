package nl.klimrek.benchmarks.pipeline;

import com.mongodb.client.MongoCollection;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import nl.klimrek.benchmarks.engines.Engines;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** Stores the records of each poll with one insert, then commits their offsets. */
final class RawConsumer implements AutoCloseable {

    static final String COMMAND = "command";
    static final String ID = "ce_id";

    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final MongoCollection<Document> entries;
    private final AtomicReference<@Nullable Journey> journey = new AtomicReference<>();
    private final Thread thread = new Thread(this::consume, "raw-consumer");

    RawConsumer(String bootstrapServers, MongoCollection<Document> entries) {
        this.entries = entries;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "group.id",
                        "raw",
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        false,
                        "max.poll.records",
                        1_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        thread.start();
    }

    void begin(Journey next) {
        journey.set(next);
    }

    /** KafkaRequestCount to the broker so far. */
    double requests() {
        return KafkaRequestCount.of(consumer.metrics(), "consumer-metrics");
    }

    private void consume() {
        try (consumer) {
            consumer.subscribe(List.of(Engines.RAW_TOPIC));
            while (true) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                if (!records.isEmpty()) {
                    store(records);
                    consumer.commitSync();
                }
            }
        } catch (WakeupException stop) {
            journey.set(null);
        }
    }

    private void store(ConsumerRecords<byte[], byte[]> records) {
        List<Document> documents = new ArrayList<>(records.count());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Document document = new Document("_id", text(record, ID))
                    .append("key", new String(record.key(), StandardCharsets.UTF_8));
            record.headers()
                    .forEach(header ->
                            document.append(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
            documents.add(document.append("data", new Binary(record.value())));
        }
        entries.insertMany(documents);
        long now = System.nanoTime();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Objects.requireNonNull(journey.get())
                    .arrived(
                            ByteBuffer.wrap(record.headers().lastHeader(COMMAND).value())
                                    .getInt(),
                            now);
        }
    }

    private static String text(ConsumerRecord<byte[], byte[]> record, String header) {
        return new String(record.headers().lastHeader(header).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
