package nl.klimrek.embedded.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import nl.klimrek.embedded.DataFolderInUseException;
import nl.klimrek.embedded.DataFolderUnwritableException;
import nl.klimrek.embedded.PortTakenException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ElectionNotNeededException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {

    private static final TopicSpec FACTS = new TopicSpec("facts", 3, Map.of("cleanup.policy", "compact"));

    @TempDir
    Path folder;

    @Test
    void a_restart_keeps_records_topics_and_the_cluster_id_on_another_port() throws Exception {
        String clusterId;
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder)) {
            clusterId = KafkaProbe.clusterId(kafka);
            assertThat(kafka.createTopics(List.of(FACTS))).containsExactly("facts");
            KafkaProbe.send(kafka, "facts", "anna", "planned");
            KafkaProbe.send(kafka, "facts", "bram", "held");
        }
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder)) {
            assertThat(KafkaProbe.clusterId(kafka)).isEqualTo(clusterId);
            assertThat(KafkaProbe.readAll(kafka, "facts")).containsExactlyInAnyOrder("anna=planned", "bram=held");
        }
    }

    @Test
    void only_missing_topics_are_made() {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder)) {
            kafka.createTopics(List.of(FACTS));
            assertThat(kafka.createTopics(List.of(FACTS, new TopicSpec("more", 1))))
                    .containsExactly("more");
            assertThat(kafka.createTopics(List.of(FACTS))).isEmpty();
            assertThat(KafkaProbe.partitions(kafka, "facts")).isEqualTo(3);
            assertThat(KafkaProbe.config(kafka, "facts", "cleanup.policy")).isEqualTo("compact");
        }
    }

    @Test
    void a_mistyped_topic_fails_and_is_not_made() {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder);
                var producer = KafkaProbe.producer(kafka, 1_500)) {
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>("fatcs", "k", "v"))
                            .get())
                    .isInstanceOf(ExecutionException.class);
            assertThatThrownBy(() -> KafkaProbe.partitions(kafka, "fatcs"))
                    .hasRootCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    @Test
    void a_consumer_group_resumes_where_it_was() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder)) {
            kafka.createTopics(List.of(new TopicSpec("facts", 1)));
            KafkaProbe.send(kafka, "facts", "anna", "1");
            assertThat(KafkaProbe.readAsGroup(kafka, "facts", "readers", 1)).containsExactly("anna=1");
        }
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder)) {
            KafkaProbe.send(kafka, "facts", "anna", "2");
            assertThat(KafkaProbe.readAsGroup(kafka, "facts", "readers", 1)).containsExactly("anna=2");
        }
    }

    /** What waits for other brokers elsewhere is complete at once here, so nothing has to look for its time-out. */
    @Test
    void a_lone_broker_deletes_elects_and_acknowledges_without_looking_for_time_outs() throws Exception {
        TopicPartition partition = new TopicPartition("facts", 0);
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder)) {
            kafka.createTopics(List.of(new TopicSpec("facts", 1)));
            KafkaProbe.send(kafka, "facts", "anna", "1");
            KafkaProbe.send(kafka, "facts", "anna", "2");
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
                assertThat(admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(1)))
                                .all())
                        .succeedsWithin(30, TimeUnit.SECONDS);
                assertThat(admin.electLeaders(ElectionType.PREFERRED, Set.of(partition))
                                .all()
                                .toCompletionStage()
                                .toCompletableFuture()
                                .handle((done, failure) -> failure))
                        .succeedsWithin(30, TimeUnit.SECONDS)
                        .isInstanceOf(ElectionNotNeededException.class);
            }
            assertThat(KafkaProbe.readAsGroup(kafka, "facts", "readers", 1)).containsExactly("anna=2");
            await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .contains("kafka-timeouts-fetches", "kafka-timeouts-members", "kafka-timeouts-rebalances")
                    .noneMatch(name -> name.startsWith("ExpirationReaper-")));
        }
    }

    @Test
    void a_member_that_is_gone_without_a_word_loses_its_partitions() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder)) {
            kafka.createTopics(List.of(new TopicSpec("facts", 1)));
            KafkaProbe.send(kafka, "facts", "anna", "1");
            Map<String, Object> silent = Map.of(
                    "group.id", "readers",
                    "auto.offset.reset", "earliest",
                    "enable.auto.commit", "false",
                    "session.timeout.ms", 6_000,
                    "internal.leave.group.on.close", false);
            try (KafkaConsumer<String, String> gone = KafkaProbe.consumer(kafka.bootstrapServers(), silent)) {
                gone.subscribe(List.of("facts"));
                await().until(() -> !gone.poll(Duration.ofMillis(100)).isEmpty());
            }
            assertThat(KafkaProbe.readAsGroup(kafka, "facts", "readers", 1)).containsExactly("anna=1");
        }
    }

    @Test
    void a_request_that_is_held_for_data_is_answered_in_time() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder);
                KafkaConsumer<String, String> consumer =
                        KafkaProbe.consumer(kafka.bootstrapServers(), Map.of("fetch.max.wait.ms", 200))) {
            kafka.createTopics(List.of(new TopicSpec("facts", 1)));
            consumer.assign(List.of(new TopicPartition("facts", 0)));
            consumer.seekToBeginning(consumer.assignment());
            // A request that is never answered ends after 30 s, and a further one follows it.
            await().atMost(Duration.ofSeconds(50))
                    .until(() -> consumer.poll(Duration.ofMillis(100)).isEmpty() && requests(consumer) >= 5);
        }
    }

    private static double requests(KafkaConsumer<String, String> consumer) {
        return consumer.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals("fetch-total"))
                .filter(metric -> metric.metricName().tags().size() == 1)
                .mapToDouble(metric -> (double) metric.metricValue())
                .findFirst()
                .orElse(0);
    }

    @Test
    void a_taken_port_is_named() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName(EmbeddedKafka.LOOPBACK))) {
            int port = other.getLocalPort();
            assertThatThrownBy(() -> EmbeddedKafka.start(folder, EmbeddedKafka.LOOPBACK, port))
                    .isInstanceOfSatisfying(
                            PortTakenException.class,
                            refused -> assertThat(refused.port()).isEqualTo(port));
        }
        EmbeddedKafka.start(folder).close();
    }

    @Test
    void a_second_start_on_the_same_data_is_refused() {
        try (EmbeddedKafka first = EmbeddedKafka.start(folder)) {
            assertThat(first.bootstrapServers()).startsWith(EmbeddedKafka.LOOPBACK + ":");
            assertThatThrownBy(() -> EmbeddedKafka.start(folder)).isInstanceOf(DataFolderInUseException.class);
        }
    }

    @Test
    void a_folder_that_can_not_be_made_is_named() throws Exception {
        Path file = Files.createFile(folder.resolve("a-file"));
        assertThatThrownBy(() -> EmbeddedKafka.start(file.resolve("data")))
                .isInstanceOf(DataFolderUnwritableException.class)
                .hasMessageContaining("a-file");
    }
}
