package nl.klimrek.benchmarks.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.klimrek.benchmarks.engines.Engines;
import nl.klimrek.contracts.ContractJson;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Insert, produce, consume, insert: the least that any way from a command to a log must do, with records of the same size
 * and acknowledged in the same way.
 * It promises nothing: a stop between insert and produce loses the event, and nothing is in order, chained or once.
 */
final class RawPipeline implements Pipeline {

    private final StoreCommandCounter watch = new StoreCommandCounter();
    private final MongoClient mongo;
    private final MongoCollection<Document> commands;
    private final Producer<byte[], byte[]> producer;
    private final RawConsumer consumer;
    private final ObjectMapper json = ContractJson.mapper();
    private volatile @Nullable Journey journey;

    /** @param concern what a write waits for; our own services always wait for a majority */
    RawPipeline(Engines engines, WriteConcern concern) {
        mongo = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(engines.mongoUri()))
                .addCommandListener(watch)
                .writeConcern(concern)
                .build());
        commands = mongo.getDatabase("benchmark-raw").getCollection("commands");
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        engines.bootstrapServers(),
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "linger.ms",
                        0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        consumer = new RawConsumer(
                engines.bootstrapServers(), mongo.getDatabase("benchmark-raw").getCollection("entries"));
    }

    @Override
    public void begin(Journey next) {
        journey = next;
        consumer.begin(next);
    }

    @Override
    public void accept(int command) {
        Journey current = Objects.requireNonNull(journey, "no journey has begun");
        Journey.Person person = current.person(command);
        BenchmarkPreparation state = BenchmarkPreparation.save(Optional.empty(), person)
                .stateOr(() -> {
                    throw new IllegalStateException("a preparation is never refused");
                });
        String id = current.name() + "/" + command;
        commands.insertOne(new Document("_id", id)
                .append("conversation", state.conversation())
                .append("employee", state.employee())
                .append("counterpart", state.counterpart())
                .append("saved", state.saved())
                .append("words", state.words())
                .append("salt", state.commitment().salt())
                .append("hash", state.commitment().hash())
                .append("key", UUID.randomUUID().toString()));
        byte[] key = (current.name() + "/" + person.id()).getBytes(StandardCharsets.UTF_8);
        ProducerRecord<byte[], byte[]> event = new ProducerRecord<>(Engines.RAW_TOPIC, key, bytes(state));
        headers(id, current, person)
                .forEach((name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        event.headers()
                .add(
                        RawConsumer.COMMAND,
                        ByteBuffer.allocate(Integer.BYTES).putInt(command).array());
        producer.send(event);
    }

    /** The headers of a real event, so that records have the same size. */
    private Map<String, String> headers(String id, Journey current, Journey.Person person) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put(RawConsumer.ID, id);
        headers.put("ce_type", "nl.klimrek.conversations.preparation-saved.v1");
        headers.put("ce_source", "/klimrek/conversations");
        headers.put("ce_subject", person.conversation());
        headers.put("ce_time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        headers.put("ce_partitionkey", current.name() + "/" + person.id());
        headers.put("ce_organisation", current.name());
        headers.put("ce_sequence", "1");
        headers.put("ce_correlationid", UUID.randomUUID().toString());
        headers.put("ce_actor", person.id());
        headers.put("content-type", "application/json");
        return headers;
    }

    private byte[] bytes(BenchmarkPreparation state) {
        try {
            return json.writeValueAsBytes(state.fact());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a fact is JSON", e);
        }
    }

    @Override
    public RoundTrips trips() {
        return new RoundTrips(
                watch.sent(), KafkaRequestCount.of(producer.metrics(), "producer-metrics") + consumer.requests());
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
        mongo.close();
    }
}
