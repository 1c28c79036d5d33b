package nl.klimrek.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import nl.klimrek.contracts.TopicDefinition;
import nl.klimrek.contracts.Topics;
import nl.klimrek.eventing.kafka.KafkaClientFile;
import nl.klimrek.testkit.guarantees.NoSecondAttempt;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Checks who can reach the broker, store, mail and files of a running platform. */
@ExtendWith(NoSecondAttempt.class)
class AccessIT {

    private static RunningPlatform platform;

    @BeforeAll
    static void start() {
        platform = RunningPlatform.shared();
    }

    /** Such a record once gave an employee a manager's rights. */
    @Test
    void the_broker_refuses_a_forged_event_about_a_manager() throws Exception {
        String anna = personOf("anna");
        String forged = """
                {"person":"%s","employment":"EMPLOYED","managers":[{"person":"%s","kind":"HIERARCHICAL"}]}""".formatted(anna, personOf("hr"));
        long before = Steady.answer(() -> ends(Topics.PEOPLE));

        for (Map<String, Object> forger : List.of(stranger(), client("hr-system"), client("reader"))) {
            assertThatThrownBy(() -> send(
                            forger,
                            Topics.PEOPLE,
                            "demo/" + anna,
                            forged,
                            Map.of(
                                    "ce_id",
                                    UUID.randomUUID().toString(),
                                    "ce_source",
                                    "/klimrek/people",
                                    "ce_type",
                                    "nl.klimrek.people.person-changed.v1",
                                    "ce_organisation",
                                    "demo",
                                    "ce_sequence",
                                    "900",
                                    "ce_subject",
                                    anna,
                                    "ce_partitionkey",
                                    "demo/" + anna,
                                    "ce_specversion",
                                    "1.0")))
                    .satisfies(AccessIT::refusedByTheBroker);
        }
        assertThat(ends(Topics.PEOPLE)).isEqualTo(before);
    }

    @Test
    void clients_write_only_the_inbound_topic() {
        for (TopicDefinition topic : TopicDefinition.all()) {
            for (String reader : topic.readers()) {
                String letters = TopicDefinition.deadLetters(topic.name(), reader);
                assertThatThrownBy(() -> send(client("hr-system"), letters, "k", "{}", Map.of()))
                        .as(letters)
                        .hasCauseInstanceOf(AuthorizationException.class);
            }
            if (!topic.name().equals(Topics.HR_EMPLOYEES)) {
                assertThatThrownBy(() -> send(client("hr-system"), topic.name(), "k", "{}", Map.of()))
                        .as(topic.name())
                        .hasCauseInstanceOf(AuthorizationException.class);
            }
            assertThatThrownBy(() -> send(client("reader"), topic.name(), "k", "{}", Map.of()))
                    .as(topic.name())
                    .hasCauseInstanceOf(AuthorizationException.class);
        }
    }

    @Test
    void nobody_reads_what_hr_systems_sent_in() {
        for (String principal : List.of("reader", "hr-system")) {
            assertThatThrownBy(() -> poll(client(principal), Topics.HR_EMPLOYEES))
                    .isInstanceOf(AuthorizationException.class);
        }
        assertThatThrownBy(() -> poll(client("hr-system"), Topics.PEOPLE)).isInstanceOf(AuthorizationException.class);
    }

    @Test
    void an_hr_system_speaks_for_its_own_source_and_organisation_only() throws Exception {
        String number = "F-" + UUID.randomUUID();
        String data = """
                {"employeeNumber":"%s","effectiveAt":"2026-01-01","familyName":"Vals","startDate":"2020-01-01"}""".formatted(number);
        String sample = platform.token("hr", "--organisation", "sample");
        String roster = platform.get("/api/people/summary", sample).body();

        send(
                client("hr-system"),
                Topics.HR_EMPLOYEES,
                "sample/" + number,
                data,
                Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        number,
                        "ce_source",
                        "hr-sample",
                        "ce_type",
                        "nl.klimrek.hr.employee.upserted.v1",
                        "ce_subject",
                        number,
                        "ce_organisation",
                        "sample"));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(platform.get("/api/people/quarantine?limit=100", sample)
                                .body())
                        .contains(number)
                        .contains("UNKNOWN_SOURCE"));
        assertThat(platform.get("/api/people/summary", sample).body().replaceFirst("\"quarantined\":\\d+", ""))
                .isEqualTo(roster.replaceFirst("\"quarantined\":\\d+", ""));
    }

    @Test
    void mail_needs_a_sign_in_and_shows_one_organisation() {
        assertThat(platform.send(HttpRequest.newBuilder(URI.create(platform.url("/mail"))))
                        .statusCode())
                .isEqualTo(302);
        assertThat(platform.get("/mail", "x").statusCode()).isEqualTo(401);
        HttpRequest.Builder theirs = HttpRequest.newBuilder(URI.create(platform.url("/mail")))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + platform.token("hr", "--organisation", "sample"));
        assertThat(platform.send(theirs).body()).contains("items").doesNotContain("demo.example");
    }

    @Test
    void only_the_owner_can_read_the_data_folder() throws IOException {
        try (Stream<Path> all = Files.walk(platform.data)) {
            List<Path> open =
                    all.filter(Files::exists).filter(AccessIT::isOpenToOthers).toList();
            assertThat(open).isEmpty();
        }
    }

    @Test
    void no_password_and_no_key_is_in_a_log() throws IOException {
        List<String> secrets;
        try (Stream<Path> files = Files.list(platform.data.resolve("secrets"))) {
            secrets = files.filter(file -> !file.toString().endsWith(".pem") && !file.endsWith("sign-in"))
                    .map(AccessIT::text)
                    .toList();
        }
        assertThat(secrets).hasSizeGreaterThan(10);
        try (Stream<Path> logs = Files.list(platform.data.resolve("log"))) {
            assertThat(logs.map(AccessIT::text))
                    .isNotEmpty()
                    .allSatisfy(log -> assertThat(log).doesNotContain(secrets));
        }
    }

    @Test
    void the_greeting_says_who_can_sign_in_and_who_reaches_what() {
        assertThat(platform.greeting())
                .contains("/welcome?key=")
                .contains("anna")
                .contains("client/reader.conf")
                .contains("client/store.uri")
                .contains("this machine only");
    }

    @Test
    void the_store_answers_its_owner_only() throws IOException {
        try (MongoClient stranger = MongoClients.create("mongodb://127.0.0.1:" + platform.mongoPort);
                MongoClient owner = MongoClients.create(Files.readString(platform.data.resolve("client/store.uri"))
                        .strip())) {
            assertThat(owner.listDatabaseNames()).contains("klimrek-conversations");
            assertThatThrownBy(() -> stranger.listDatabaseNames().first())
                    .isInstanceOf(MongoException.class)
                    .hasMessageContaining("authentication");
            assertThatThrownBy(() -> stranger.getDatabase("klimrek-conversations")
                            .listCollectionNames()
                            .first())
                    .isInstanceOf(MongoException.class)
                    .hasMessageContaining("authentication");
        }
    }

    @Test
    void broker_and_store_are_not_on_the_network() throws IOException {
        for (InetAddress address : NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(found -> !found.isLoopbackAddress() && !found.isLinkLocalAddress())
                .toList()) {
            for (int port : new int[] {platform.port, platform.kafkaPort, platform.mongoPort}) {
                assertThatThrownBy(() -> new Socket(address, port).close())
                        .as("%s:%d", address, port)
                        .isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void a_network_address_needs_an_explicit_option() {
        for (String option : List.of("--host", "--kafka-host")) {
            Path other = platform.data.resolveSibling("klimrek-" + UUID.randomUUID());
            Command.Result refused =
                    Command.run(Duration.ofMinutes(2), "infra/up", "--data", other.toString(), option, "0.0.0.0");
            assertThat(refused.exit()).as(refused.output()).isEqualTo(2);
            assertThat(refused.output()).contains("--demo-on-network");
        }
    }

    private static void refusedByTheBroker(Throwable refusal) {
        // A client without credentials gets no answer at all.
        assertThat(refusal.getCause()).isInstanceOfAny(AuthorizationException.class, TimeoutException.class);
    }

    private static Map<String, Object> stranger() {
        return new HashMap<>(Map.of("bootstrap.servers", "localhost:" + platform.kafkaPort));
    }

    private static Map<String, Object> client(String principal) {
        try {
            return KafkaClientFile.read(Path.of(platform.client(principal)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void send(
            Map<String, Object> client, String topic, String key, String value, Map<String, String> headers)
            throws ExecutionException, InterruptedException {
        Map<String, Object> settings = new HashMap<>(client);
        // A stranger waits for an answer that never comes; a known client gets one, on a busy machine later.
        settings.put("max.block.ms", client.containsKey("sasl.jaas.config") ? 30_000 : 3_000);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            ProducerRecord<String, String> record = new ProducerRecord<>(topic, key, value);
            headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
            record.headers().add("content-type", "application/json".getBytes(StandardCharsets.UTF_8));
            producer.send(record).get();
        }
    }

    private static long ends(String topic) {
        return ends(client("reader"), topic);
    }

    private static long ends(Map<String, Object> client, String topic) {
        try (var consumer = new KafkaConsumer<>(client, new StringDeserializer(), new StringDeserializer())) {
            return consumer
                    .endOffsets(consumer.partitionsFor(topic).stream()
                            .map(part -> new TopicPartition(part.topic(), part.partition()))
                            .toList())
                    .values()
                    .stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    private static void poll(Map<String, Object> client, String topic) {
        try (var consumer = new KafkaConsumer<>(client, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(topic, 0)));
            consumer.seekToBeginning(consumer.assignment());
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !consumer.poll(Duration.ofMillis(200)).isEmpty());
        }
    }

    private static String personOf(String name) {
        return platform.get("/api/people/me", platform.token(name))
                .body()
                .replaceFirst("(?s).*\"(?:person|id)\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }

    private static boolean isOpenToOthers(Path path) {
        try {
            Set<PosixFilePermission> mode = Files.getPosixFilePermissions(path);
            return mode.stream().anyMatch(right -> !right.name().startsWith("OWNER_"));
        } catch (java.nio.file.NoSuchFileException gone) {
            return false;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).strip();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
