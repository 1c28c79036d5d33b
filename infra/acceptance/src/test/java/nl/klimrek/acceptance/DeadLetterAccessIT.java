package nl.klimrek.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import nl.klimrek.contracts.TopicDefinition;
import nl.klimrek.contracts.Topics;
import nl.klimrek.eventing.kafka.KafkaClientFile;
import nl.klimrek.testkit.guarantees.NoSecondAttempt;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Checks that services have the broker rights to park, list and replay records. */
@ExtendWith(NoSecondAttempt.class)
class DeadLetterAccessIT {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    @Test
    void what_a_service_cannot_process_is_parked_listed_and_replayed() throws Exception {
        try (RunningPlatform platform = RunningPlatform.fresh()) {
            sendUnreadable(platform);
            String hr = platform.token("hr");
            int readers = TopicDefinition.of(Topics.PEOPLE).readers().size();
            await().atMost(LONGEST).until(() -> letters(platform, hr).size() == readers);

            String id = letters(platform, hr).get(0).path("id").asText();
            assertThat(platform.send(HttpRequest.newBuilder(
                                            URI.create(platform.url("/api/journal/dead-letters/" + id + "/replay")))
                                    .header("Authorization", "Bearer " + hr)
                                    .header("Idempotency-Key", UUID.randomUUID().toString())
                                    .POST(HttpRequest.BodyPublishers.noBody()))
                            .statusCode())
                    .isLessThan(300);

            // The service read it from the replay topic and parked it again, as the same dead letter.
            await().atMost(LONGEST).untilAsserted(() -> {
                JsonNode letter =
                        json(platform.get("/api/journal/dead-letters/" + id, hr).body());
                assertThat(letter.path("attempts").asInt()).isEqualTo(1);
                assertThat(letter.path("status").asText()).isEqualTo("PARKED");
            });
        }
    }

    /** Publishes, as a faulty people service could, a record that is right except for its data. */
    private static void sendUnreadable(RunningPlatform platform)
            throws IOException, InterruptedException, ExecutionException {
        String secret =
                Files.readString(platform.data.resolve("secrets/kafka-people")).strip();
        Path client = Files.writeString(
                Files.createTempFile("klimrek", ".conf"),
                KafkaClientFile.text("127.0.0.1:" + platform.kafkaPort, "SCRAM-SHA-256", "people", secret));
        ProducerRecord<String, String> record = new ProducerRecord<>(Topics.PEOPLE, "demo/p-1", "[]");
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        "unreadable-1",
                        "ce_source",
                        "/klimrek/people",
                        "ce_type",
                        "nl.klimrek.people.person-changed.v1",
                        "ce_subject",
                        "p-1",
                        "ce_time",
                        "2026-11-01T00:00:00Z",
                        "ce_organisation",
                        "demo",
                        "ce_partitionkey",
                        "demo/p-1",
                        "ce_sequence",
                        "1",
                        "content-type",
                        "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        record.headers().add("ce_actor", "system:people".getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_correlationid", "c-1".getBytes(StandardCharsets.UTF_8));
        try (var producer =
                new KafkaProducer<>(KafkaClientFile.read(client), new StringSerializer(), new StringSerializer())) {
            producer.send(record).get();
        }
        Files.delete(client);
    }

    private static JsonNode letters(RunningPlatform platform, String hr) throws IOException {
        return json(platform.get("/api/journal/dead-letters?limit=100", hr).body())
                .path("items");
    }

    private static JsonNode json(String body) throws IOException {
        return new ObjectMapper().readTree(body);
    }
}
