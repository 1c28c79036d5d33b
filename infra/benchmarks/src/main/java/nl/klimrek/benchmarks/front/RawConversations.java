package nl.klimrek.benchmarks.front;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.klimrek.benchmarks.BenchmarkSettings;
import nl.klimrek.benchmarks.engines.Engines;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;

/**
 * The least that fifteen steps can cost: each is one conditional write and one acknowledged record, which one consumer reads.
 * It decides nothing, keeps no order and nobody has a list of it.
 */
final class RawConversations {

    private static final int WARM_UP = 100;
    private static final byte[] DATA = new byte[400];

    private RawConversations() {}

    /**
     * Cost of one.
     *
     * @param millis time from the first write to the last acknowledgement
     * @param processorMillis processor time of engines and client
     */
    record Cost(double millis, double processorMillis) {}

    static Cost measure(BenchmarkSettings setting, int conversations) throws Exception {
        try (Engines engines = Engines.start(setting, "front-raw");
                MongoClient mongo = MongoClients.create(engines.mongoUri());
                Producer<byte[], byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", engines.bootstrapServers(), "acks", "all", "linger.ms", 0),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
                KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", engines.bootstrapServers(), "group.id", "front-raw"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Engines.RAW_TOPIC));
            MongoCollection<Document> documents = mongo.getDatabase("front-raw").getCollection("conversations");
            several(documents, producer, consumer, "warm", WARM_UP);
            Duration before = engines.processorTime();
            long begin = System.nanoTime();
            several(documents, producer, consumer, "measured", conversations);
            double millis = (System.nanoTime() - begin) / 1e6;
            Duration used = engines.processorTime().minus(before);
            return new Cost(millis / conversations, (double) used.toMillis() / conversations);
        }
    }

    private static void several(
            MongoCollection<Document> documents,
            Producer<byte[], byte[]> producer,
            KafkaConsumer<byte[], byte[]> consumer,
            String name,
            int conversations)
            throws Exception {
        for (int i = 0; i < conversations; i++) {
            Document id = new Document("_id", name + i);
            documents.insertOne(new Document(id).append("version", 0).append("data", DATA));
            for (int step = 0; step < WholeConversation.REQUESTS; step++) {
                if (step > 0) {
                    documents.updateOne(
                            new Document(id).append("version", step - 1),
                            new Document("$set", new Document("version", step)));
                }
                producer.send(new ProducerRecord<>(
                                Engines.RAW_TOPIC, id.getString("_id").getBytes("UTF-8"), DATA))
                        .get();
            }
            consumer.poll(Duration.ZERO);
        }
    }
}
