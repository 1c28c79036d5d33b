package nl.klimrek.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import nl.klimrek.admin.platform.ExitCodes;
import nl.klimrek.contracts.DeclaredTopic;
import nl.klimrek.contracts.Topics;
import nl.klimrek.embedded.kafka.EmbeddedCluster;
import nl.klimrek.testkit.backend.Backend;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Topics as {@code infra/admin topics} makes them on three real brokers, which are then stopped one after another. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ThreeBrokersIT {

    @TempDir
    static Path folder;

    private static EmbeddedCluster cluster;
    private static AdminCli admin;

    @BeforeAll
    static void start() {
        cluster = EmbeddedCluster.start(folder.resolve("cluster"));
        admin = AdminCli.of(
                folder, cluster.bootstrapServers(), Backend.embedded().mongoUri());
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    @Order(1)
    void a_plan_names_every_missing_topic_and_creates_none() throws Exception {
        AdminCli.Result plan = admin.run("topics", "--plan");
        assertThat(plan.exitCode()).isEqualTo(ExitCodes.DIFFERENCES);
        assertThat(plan.output().lines())
                .hasSize(DeclaredTopic.onCluster().size())
                .allMatch(line -> line.startsWith("create "));
        assertThat(topics()).isEmpty();
    }

    @Test
    @Order(2)
    void topics_are_created_with_three_replicas_of_which_two_are_in_sync() throws Exception {
        AdminCli.Result made = admin.run("topics");
        assertThat(made.exitCode()).as(made.output()).isEqualTo(ExitCodes.DONE);
        awaitOnEveryBroker(ExitCodes.DONE);
        try (Admin broker = client()) {
            var description = broker.describeTopics(List.of(Topics.PEOPLE))
                    .allTopicNames()
                    .get()
                    .get(Topics.PEOPLE);
            assertThat(description.partitions())
                    .hasSize(48)
                    .allSatisfy(partition -> assertThat(partition.replicas()).hasSize(3));
        }
    }

    @Test
    @Order(3)
    void a_setting_that_somebody_changed_is_named_and_set_again() {
        alter("retention.ms", "604800000");
        awaitOnEveryBroker(ExitCodes.DIFFERENCES);
        AdminCli.Result plan = admin.run("topics", "--plan");
        assertThat(plan.output())
                .contains("set klimrek.people.v1: retention.ms = 31536000000 (now 604800000)")
                .hasLineCount(1);
        assertThat(admin.run("topics").exitCode()).isEqualTo(ExitCodes.DONE);
        awaitOnEveryBroker(ExitCodes.DONE);
    }

    @Test
    @Order(4)
    void with_one_broker_down_records_are_acknowledged_with_two_down_none_and_none_is_lost() throws Exception {
        Path old = folder.resolve("old");
        try (KafkaProducer<String, String> producer = producer()) {
            send(producer, "all");
            cluster.stop(3);
            copy(node(3), old);
            send(producer, "one down");
            cluster.kill(2);
            assertThatThrownBy(() -> send(producer, "two down")).isInstanceOf(ExecutionException.class);
        }
        // Node 3 comes back with the disk that it had before "one down" was acknowledged.
        replace(node(3), old);
        cluster.startMissing();
        try (KafkaProducer<String, String> producer = producer()) {
            send(producer, "back");
            cluster.kill(1);
            send(producer, "after the first died");
        }
        cluster.startMissing();
        assertThat(values()).contains("all", "one down", "back", "after the first died");
    }

    /** A run asks any broker, and each learns of a change a moment later, so the answer must stay the same for a while. */
    private static void awaitOnEveryBroker(int exitCode) {
        await().atMost(Duration.ofSeconds(60))
                .during(Duration.ofSeconds(3))
                .until(() -> admin.run("topics", "--plan").exitCode() == exitCode);
    }

    private static Path node(int id) {
        return folder.resolve("cluster").resolve("node-" + id);
    }

    private static void send(KafkaProducer<String, String> producer, String value)
            throws ExecutionException, InterruptedException {
        producer.send(new ProducerRecord<>(Topics.PEOPLE, "acme/1", value)).get();
    }

    private static KafkaProducer<String, String> producer() {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", cluster.bootstrapServers(),
                        "acks", "all",
                        "delivery.timeout.ms", 20_000,
                        "request.timeout.ms", 5_000,
                        "max.block.ms", 20_000),
                new StringSerializer(),
                new StringSerializer());
    }

    private static Set<String> values() {
        Set<String> values = new TreeSet<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", cluster.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> all = consumer.partitionsFor(Topics.PEOPLE).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }

    private static void alter(String setting, String value) {
        try (Admin broker = client()) {
            broker.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, Topics.PEOPLE),
                            List.of(new AlterConfigOp(new ConfigEntry(setting, value), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> topics() throws Exception {
        try (Admin broker = client()) {
            return broker.listTopics().names().get();
        }
    }

    private static Admin client() {
        return Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()));
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void replace(Path folder, Path by) {
        try {
            Files.move(folder, folder.resolveSibling(folder.getFileName() + "-lost"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        copy(by, folder);
    }
}
