package nl.klimrek.embedded.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerAccessIT {

    private static final String SECRET = "a-secret-of-the-";
    private static final BrokerAccess ACCESS = new BrokerAccess(
            "admin", Map.of("admin", SECRET + "admin", "people", SECRET + "people", "reader", SECRET + "reader"));

    @TempDir
    static Path folder;

    private static EmbeddedKafka kafka;

    @BeforeAll
    static void start() throws Exception {
        try (EmbeddedKafka open = EmbeddedKafka.start(folder)) {
            open.createTopics(List.of(new TopicSpec("facts", 1), new TopicSpec("other", 1)));
            KafkaProbe.send(open, "facts", "k", "before");
        }
        kafka = EmbeddedKafka.start(folder, EmbeddedKafka.LOOPBACK, 0, ACCESS);
        kafka.grant(List.of(allow("people", AclOperation.WRITE, "facts"), allow("reader", AclOperation.READ, "facts")));
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void who_was_granted_a_topic_writes_it_and_another_reads_it_with_all_that_was_there() throws Exception {
        send(ACCESS.clientSettings("people"), "facts");

        assertThat(read(ACCESS.clientSettings("reader"), "facts")).contains("before", "sent");
    }

    @Test
    void nobody_writes_a_topic_they_were_not_granted() {
        assertThatThrownBy(() -> send(ACCESS.clientSettings("people"), "other"))
                .hasCauseInstanceOf(TopicAuthorizationException.class);
        assertThatThrownBy(() -> send(ACCESS.clientSettings("reader"), "facts"))
                .hasCauseInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> read(ACCESS.clientSettings("people"), "facts"))
                .isInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void a_stranger_and_a_guesser_are_not_let_in() {
        Map<String, String> guessed = new HashMap<>(ACCESS.clientSettings("people"));
        guessed.computeIfPresent("sasl.jaas.config", (key, login) -> login.replace(SECRET, "a-guess-of-some-"));
        Map<String, String> unknown = new HashMap<>(ACCESS.clientSettings("people"));
        unknown.computeIfPresent("sasl.jaas.config", (key, login) -> login.replace("\"people\"", "\"nobody\""));

        assertThatThrownBy(() -> send(guessed, "facts")).hasCauseInstanceOf(SaslAuthenticationException.class);
        assertThatThrownBy(() -> send(unknown, "facts")).hasCauseInstanceOf(SaslAuthenticationException.class);
        assertThatThrownBy(() -> send(Map.of(), "facts"))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(org.apache.kafka.common.errors.TimeoutException.class);
    }

    @Test
    void only_the_admin_grants() {
        try (Admin people = Admin.create(client(ACCESS.clientSettings("people")))) {
            assertThatThrownBy(() -> people.createAcls(List.of(allow("people", AclOperation.WRITE, "other")))
                            .all()
                            .get(20, TimeUnit.SECONDS))
                    .hasMessageContaining("Authorization");
        }
    }

    @Test
    void what_is_no_longer_in_the_plan_is_taken_back(@TempDir Path own) throws Exception {
        try (EmbeddedKafka other = EmbeddedKafka.start(own, EmbeddedKafka.LOOPBACK, 0, ACCESS)) {
            other.createTopics(List.of(new TopicSpec("facts", 1)));
            other.grant(List.of(allow("people", AclOperation.WRITE, "facts")));
            send(other, ACCESS.clientSettings("people"), "facts");

            other.grant(List.of(allow("reader", AclOperation.READ, "facts")));

            assertThatThrownBy(() -> send(other, ACCESS.clientSettings("people"), "facts"))
                    .hasCauseInstanceOf(AuthorizationException.class);
        }
    }

    @Test
    void the_controller_is_guarded_as_the_broker_is() {
        Map<String, String> settings = new BrokerSettings(
                        folder, EmbeddedKafka.LOOPBACK, 9, ClusterMember.alone(8), java.util.Optional.of(ACCESS))
                .properties();

        assertThat(settings.get("listener.security.protocol.map"))
                .doesNotContain(":PLAINTEXT")
                .contains("CONTROLLER:SASL_PLAINTEXT");
        assertThat(settings)
                .containsEntry("super.users", "User:admin")
                .doesNotContainKey("allow.everyone.if.no.acl.found");
    }

    @Test
    void secrets_are_not_shown() {
        assertThat(ACCESS.toString()).contains("people").doesNotContain(SECRET);
    }

    private static AclBinding allow(String principal, AclOperation operation, String topic) {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
                new AccessControlEntry("User:" + principal, "*", operation, AclPermissionType.ALLOW));
    }

    private static void send(Map<String, String> access, String topic) throws Exception {
        send(kafka, access, topic);
    }

    private static void send(EmbeddedKafka to, Map<String, String> access, String topic) throws Exception {
        Map<String, Object> settings = new HashMap<>(access);
        settings.put("bootstrap.servers", to.bootstrapServers());
        // A stranger waits for an answer that never comes; a known client gets one, on a busy machine later.
        settings.put("max.block.ms", access.isEmpty() ? 3_000 : 30_000);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "k", "sent")).get();
        }
    }

    private static List<String> read(Map<String, String> access, String topic) {
        try (var consumer = new KafkaConsumer<>(client(access), new StringDeserializer(), new StringDeserializer())) {
            var partition = new org.apache.kafka.common.TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            List<String> seen = new java.util.ArrayList<>();
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(java.time.Duration.ofMillis(200)).forEach(record -> seen.add(record.value()));
            }
            return seen;
        }
    }

    private static Map<String, Object> client(Map<String, String> access) {
        Map<String, Object> settings = new HashMap<>(access);
        settings.put("bootstrap.servers", kafka.bootstrapServers());
        return settings;
    }
}
