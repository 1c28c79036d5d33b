package nl.klimrek.benchmarks.front;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.klimrek.benchmarks.BenchmarkSettings;
import nl.klimrek.benchmarks.engines.Engines;
import nl.klimrek.benchmarks.process.ProcessThreads;
import nl.klimrek.benchmarks.process.Quiet;
import nl.klimrek.benchmarks.process.Spent;
import nl.klimrek.benchmarks.process.ThreadKind;
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
    private static final int IDLE_SECONDS = 10;
    private static final byte[] DATA = new byte[400];

    private RawConversations() {}

    /**
     * Cost of one.
     *
     * @param millis time from the first write to the last acknowledgement
     * @param processorMillis processor time of engines and client
     * @param kinds processor time of the engines by kind of thread, in milliseconds
     * @param visibleMillis median from a write until its record was consumed and the document read
     * @param quietSeconds how long the engines work after the last acknowledgement
     * @param idle what the engines use while nothing is asked of them
     * @param memoryMebibytes resident memory of the engines
     */
    record Cost(
            double millis,
            double processorMillis,
            Map<ThreadKind, Double> kinds,
            double visibleMillis,
            double quietSeconds,
            Spent idle,
            double memoryMebibytes) {}

    static Cost measure(BenchmarkSettings setting, String name, int conversations) throws Exception {
        try (Engines engines = Engines.start(setting, name + "-raw");
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
            ProcessThreads process = new ProcessThreads(engines.process().pid());
            Spent.Since since = Spent.Since.now(process);
            Duration before = engines.processorTime();
            long begin = System.nanoTime();
            several(documents, producer, consumer, "measured", conversations);
            long end = System.nanoTime();
            Duration used = engines.processorTime().minus(before);
            double quiet = (Quiet.await(process) - end) / 1e9;
            Map<ThreadKind, Double> kinds = new EnumMap<>(ThreadKind.class);
            since.spent().millisByKind(0).forEach((kind, millis) -> kinds.put(kind, millis / conversations));
            double visible = visible(documents, producer, consumer, conversations);
            Quiet.await(process);
            Spent.Since idle = Spent.Since.now(process);
            TimeUnit.SECONDS.sleep(IDLE_SECONDS);
            return new Cost(
                    (end - begin) / 1e6 / conversations,
                    (double) used.toMillis() / conversations,
                    kinds,
                    visible,
                    Math.max(0, quiet),
                    idle.spent(),
                    engines.process().residentMebibytes());
        }
    }

    private static double visible(
            MongoCollection<Document> documents,
            Producer<byte[], byte[]> producer,
            KafkaConsumer<byte[], byte[]> consumer,
            int times)
            throws Exception {
        while (!consumer.poll(Duration.ofMillis(500)).isEmpty()) {
            // What was measured before is consumed first.
        }
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            String id = "visible" + i;
            long begin = System.nanoTime();
            documents.insertOne(new Document("_id", id).append("data", DATA));
            producer.send(new ProducerRecord<>(Engines.RAW_TOPIC, id.getBytes(UTF_8), DATA))
                    .get();
            while (consumer.poll(Duration.ofSeconds(5)).isEmpty()) {
                // It comes.
            }
            documents.find(new Document("_id", id)).first();
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(millis);
        return millis[times / 2];
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
                                Engines.RAW_TOPIC, id.getString("_id").getBytes(UTF_8), DATA))
                        .get();
            }
            consumer.poll(Duration.ZERO);
        }
    }
}
