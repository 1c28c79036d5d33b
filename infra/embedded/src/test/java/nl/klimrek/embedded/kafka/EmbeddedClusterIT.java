package nl.klimrek.embedded.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedClusterIT {

    @TempDir
    Path folder;

    @Test
    void one_node_may_be_away_with_two_away_nothing_is_acknowledged_and_nothing_is_lost() throws Exception {
        try (EmbeddedCluster cluster = EmbeddedCluster.start(folder)) {
            cluster.createTopics(List.of(new TopicSpec("facts", 3)));
            try (KafkaProducer<String, String> producer = producer(cluster)) {
                send(producer, "all").get();
                cluster.kill(1);
                send(producer, "one killed").get();
                cluster.stop(2);
                Future<RecordMetadata> stalled = send(producer, "two away");
                assertThatThrownBy(stalled::get).isInstanceOf(ExecutionException.class);
                cluster.startMissing();
                send(producer, "back").get();
            }
            assertThat(KafkaProbe.readAll(cluster.bootstrapServers(), "facts"))
                    .contains("k=all", "k=one killed", "k=back");
        }
    }

    private static Future<RecordMetadata> send(KafkaProducer<String, String> producer, String value) {
        return producer.send(new ProducerRecord<>("facts", "k", value));
    }

    private static KafkaProducer<String, String> producer(EmbeddedCluster cluster) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        cluster.bootstrapServers(),
                        "acks",
                        "all",
                        "delivery.timeout.ms",
                        15_000,
                        "request.timeout.ms",
                        5_000,
                        "max.block.ms",
                        15_000),
                new StringSerializer(),
                new StringSerializer());
    }
}
