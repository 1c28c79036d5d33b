package nl.klimrek.servicekit.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.klimrek.contracts.TopicDefinition;
import nl.klimrek.contracts.Topics;
import nl.klimrek.embedded.kafka.EmbeddedKafka;
import nl.klimrek.embedded.kafka.TopicSpec;
import nl.klimrek.embedded.store.EmbeddedMongo;
import nl.klimrek.servicekit.ServiceLauncher;
import nl.klimrek.servicekit.sample.Issuer;
import nl.klimrek.servicekit.watch.answering.AnsweringService;
import nl.klimrek.servicekit.watch.asking.AskingService;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.context.ConfigurableApplicationContext;

/** One service that is asked over HTTP, and another that hears of it over Kafka and answers. */
final class TwoServices implements AutoCloseable {
    private static final String DEAD_LETTERS = TopicDefinition.deadLetters(Topics.PEOPLE, "answering");

    final EmbeddedKafka kafka;
    private final EmbeddedMongo mongo;
    final SpanReceiver spans = new SpanReceiver();
    private final Issuer issuer = new Issuer();
    private final ConfigurableApplicationContext asking;
    private final ConfigurableApplicationContext answering;
    private final HttpClient http = HttpClient.newHttpClient();

    TwoServices(Path folder) throws Exception {
        kafka = EmbeddedKafka.start(folder.resolve("kafka"));
        kafka.createTopics(List.of(
                new TopicSpec(Topics.PEOPLE, 1),
                new TopicSpec(Topics.CONVERSATIONS, 1),
                new TopicSpec(DEAD_LETTERS, 1)));
        mongo = EmbeddedMongo.start(folder.resolve("mongo"));
        asking = start(AskingService.class, "asking");
        answering = start(AnsweringService.class, "answering");
    }

    private ConfigurableApplicationContext start(Class<?> service, String name) {
        return ServiceLauncher.start(
                service,
                name,
                Map.ofEntries(
                        Map.entry("server.port", 0),
                        Map.entry("management.server.port", 0),
                        Map.entry("klimrek.security.issuer", "http://issuer.test"),
                        Map.entry("klimrek.security.jwk-set-uri", issuer.keysAddress()),
                        Map.entry("spring.kafka.bootstrap-servers", kafka.bootstrapServers()),
                        Map.entry("spring.data.mongodb.uri", mongo.connectionString()),
                        Map.entry("klimrek.eventing.watch-every", "1s"),
                        Map.entry("klimrek.eventing.stuck-after", "5s"),
                        Map.entry("klimrek.eventing.declared-readers-only", false),
                        Map.entry("klimrek.security.operators", "127.0.0.1/32"),
                        Map.entry("management.otlp.tracing.endpoint", spans.endpoint())));
    }

    /** Asks about a person; the answer is the id of what came of it. */
    String ask(String person, String words, Map<String, String> headers) {
        HttpRequest.Builder request = request(asking, "/api/asks")
                .header("Authorization", "Bearer " + issuer.token())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"person\":\"" + person + "\",\"words\":\"" + words + "\"}"));
        headers.forEach(request::header);
        HttpResponse<String> answer = send(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    HttpResponse<String> ofAsking(String path, String... headers) {
        return get(asking, path, headers);
    }

    HttpResponse<String> ofAnswering(String path, String... headers) {
        return get(answering, path, headers);
    }

    <T> T bean(Class<T> type) {
        return answering.getBean(type);
    }

    private HttpResponse<String> get(ConfigurableApplicationContext service, String path, String... headers) {
        HttpRequest.Builder request = request(service, path).GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    private static HttpRequest.Builder request(ConfigurableApplicationContext service, String path) {
        String port = path.startsWith("/actuator/") ? "local.management.port" : "local.server.port";
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + service.getEnvironment().getProperty(port) + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException lost) {
            throw new IllegalStateException(lost);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Headers of the event about this subject, where the topic has it. */
    Optional<Map<String, String>> event(String topic, String subject) {
        try (KafkaConsumer<String, String> reader = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            TopicPartition only = new TopicPartition(topic, 0);
            reader.assign(List.of(only));
            reader.seekToBeginning(List.of(only));
            long end = reader.endOffsets(List.of(only)).get(only);
            while (reader.position(only) < end) {
                for (ConsumerRecord<String, String> record : reader.poll(Duration.ofMillis(200))) {
                    Map<String, String> headers = new HashMap<>();
                    record.headers()
                            .forEach(header ->
                                    headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
                    if (subject.equals(headers.get("ce_subject"))) {
                        return Optional.of(headers);
                    }
                }
            }
            return Optional.empty();
        }
    }

    /** Puts something on the topic of people that is no event. */
    void junk(String words) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.PEOPLE, words.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Override
    public void close() {
        answering.close();
        asking.close();
        issuer.close();
        spans.close();
        mongo.close();
        kafka.close();
    }
}
