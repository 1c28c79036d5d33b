package nl.klimrek.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.klimrek.admin.platform.ExitCodes;
import nl.klimrek.contracts.DeclaredTopic;
import nl.klimrek.contracts.Topics;
import nl.klimrek.embedded.kafka.EmbeddedKafka;
import nl.klimrek.eventing.kafka.KafkaClientSettings;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.kafka.KafkaProperties;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** A broker that listens with TLS and SASL only, with a certificate of this test; everybody uses standard client settings. */
class TlsBrokerIT {

    private static final String PASSWORD = "secret of the broker";
    private static final String STORE_PASSWORD = "changeit";

    @TempDir
    static Path folder;

    private static EmbeddedKafka kafka;
    private static Path certificate;

    @BeforeAll
    static void start() throws Exception {
        Path keys = folder.resolve("broker.p12");
        certificate = folder.resolve("ca.pem");
        keytool(
                "-genkeypair",
                "-alias",
                "broker",
                "-keyalg",
                "EC",
                "-dname",
                "CN=broker",
                "-validity",
                "2",
                "-ext",
                "SAN=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString(),
                "-storepass",
                STORE_PASSWORD);
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "broker",
                "-file",
                certificate.toString(),
                "-keystore",
                keys.toString(),
                "-storepass",
                STORE_PASSWORD);
        String login = "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"admin\" "
                + "password=\"%s\" user_admin=\"%s\";".formatted(PASSWORD, PASSWORD);
        kafka = EmbeddedKafka.start(
                folder.resolve("kafka"),
                Map.of(
                        "listener.security.protocol.map", "CLIENT:SASL_SSL,CONTROLLER:PLAINTEXT",
                        "sasl.enabled.mechanisms", "PLAIN",
                        "sasl.mechanism.inter.broker.protocol", "PLAIN",
                        "listener.name.client.plain.sasl.jaas.config", login,
                        "ssl.keystore.type", "PKCS12",
                        "ssl.keystore.location", keys.toString(),
                        "ssl.keystore.password", STORE_PASSWORD,
                        "ssl.truststore.type", "PEM",
                        "ssl.truststore.location", certificate.toString()));
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void infra_admin_makes_and_checks_topics_with_a_connection_file_as_kcat_takes_it() throws IOException {
        AdminCli admin = connection("kcat.conf", PASSWORD, "ssl.ca.location=" + certificate);
        AdminCli.Result made = admin.run("topics", "--single-broker");
        assertThat(made.output()).contains("created " + Topics.PEOPLE);
        assertThat(made.exitCode()).isEqualTo(ExitCodes.DONE);
        assertThat(admin.run("topics", "--single-broker", "--plan").output())
                .contains("All " + DeclaredTopic.onSingleBroker().size() + " topics are as declared.");
        assertThat(admin.run("offsets", "people").exitCode()).isEqualTo(ExitCodes.DONE);
    }

    @Test
    void a_wrong_password_and_an_unknown_certificate_end_with_a_sentence() throws IOException {
        AdminCli.Result wrong = connection("wrong.conf", "another", "ssl.ca.location=" + certificate)
                .run("topics", "--plan");
        assertThat(wrong.exitCode()).isEqualTo(ExitCodes.FAILED);
        assertThat(wrong.output()).contains("SaslAuthenticationException").hasLineCount(1);
        AdminCli.Result unknown = connection("unknown.conf", PASSWORD, "").run("topics", "--plan");
        assertThat(unknown.exitCode()).isEqualTo(ExitCodes.FAILED);
        assertThat(unknown.output()).doesNotContain("\tat ");
    }

    @Test
    void a_service_reaches_it_with_an_ssl_bundle() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class))
                .withUserConfiguration(KafkaSettings.class)
                .withPropertyValues(
                        "spring.ssl.bundle.pem.broker.truststore.certificate=file:" + certificate,
                        "spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                        "spring.kafka.security.protocol=SASL_SSL",
                        "spring.kafka.ssl.bundle=broker",
                        "spring.kafka.properties.sasl.mechanism=PLAIN",
                        "spring.kafka.properties.sasl.jaas.config=" + "org.apache.kafka.common.security.plain."
                                + "PlainLoginModule required username=\"admin\" password=\"" + PASSWORD + "\";")
                .run(context -> {
                    KafkaClientSettings settings = new KafkaClientSettings(
                            context.getBean(KafkaProperties.class), context.getBean(SslBundles.class));
                    try (Admin admin = Admin.create(settings.admin())) {
                        assertThat(admin.describeCluster().nodes().get()).hasSize(1);
                    }
                    assertThat(sentAndRead(settings)).isEqualTo("through TLS");
                });
    }

    /** Spring Boot's own reading of {@code spring.kafka}. */
    @EnableConfigurationProperties(KafkaProperties.class)
    static class KafkaSettings {}

    private static String sentAndRead(KafkaClientSettings settings) throws Exception {
        kafkaTopic(settings);
        try (KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(settings.producer(), new ByteArraySerializer(), new ByteArraySerializer());
                KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                        settings.consumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            producer.send(new ProducerRecord<>("tls", "through TLS".getBytes(StandardCharsets.UTF_8)))
                    .get();
            TopicPartition partition = new TopicPartition("tls", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            for (int polls = 0; polls < 100; polls++) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    return new String(record.value(), StandardCharsets.UTF_8);
                }
            }
            return "nothing";
        }
    }

    private static void kafkaTopic(KafkaClientSettings settings) throws Exception {
        try (Admin admin = Admin.create(settings.admin())) {
            admin.createTopics(List.of(new NewTopic("tls", 1, (short) 1))).all().get();
        }
    }

    private static AdminCli connection(String name, String password, String more) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, """
                bootstrap.servers=%s
                security.protocol=SASL_SSL
                sasl.mechanism=PLAIN
                sasl.username=admin
                sasl.password=%s
                %s
                """.formatted(kafka.bootstrapServers(), password, more));
        return new AdminCli(file);
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(() -> {
                    try {
                        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                    } catch (IOException e) {
                        return e.toString();
                    }
                })
                .isZero();
    }
}
