package nl.klimrek.admin.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import nl.klimrek.admin.AdminCli;
import nl.klimrek.admin.platform.ExitCodes;
import nl.klimrek.contracts.Topics;
import nl.klimrek.embedded.kafka.EmbeddedKafka;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code infra/admin offsets} on a group that has read one of six records, three of which retention deleted. */
class OffsetsIT {

    private static final String GROUP = "insights";
    private static final TopicPartition PARTITION = new TopicPartition(Topics.CONVERSATIONS, 0);

    @Test
    void records_that_retention_deleted_unread_are_shown_beside_the_lag_and_end_with_1(@TempDir Path folder)
            throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"));
                Admin broker = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            AdminCli admin = AdminCli.of(folder, kafka.bootstrapServers(), "mongodb://127.0.0.1:1");
            assertThat(admin.run("topics", "--single-broker").exitCode()).isEqualTo(ExitCodes.DONE);
            publish(kafka.bootstrapServers(), 6);
            broker.alterConsumerGroupOffsets(GROUP, Map.of(PARTITION, new OffsetAndMetadata(1)))
                    .all()
                    .get();
            AdminCli.Result before = admin.run("offsets", GROUP);
            assertThat(line(before)).matches(".* 5 +0");
            assertThat(before.exitCode()).isEqualTo(ExitCodes.DONE);

            broker.deleteRecords(Map.of(PARTITION, RecordsToDelete.beforeOffset(3)))
                    .all()
                    .get();
            AdminCli.Result after = admin.run("offsets", GROUP);
            assertThat(line(after)).matches(".* 3 +2");
            assertThat(after.exitCode()).isEqualTo(ExitCodes.DIFFERENCES).isEqualTo(1);
        }
    }

    private static String line(AdminCli.Result result) {
        return result.output()
                .lines()
                .filter(line -> line.contains(" " + PARTITION.topic() + " "))
                .findFirst()
                .orElseThrow();
    }

    private static void publish(String bootstrapServers, int count) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < count; i++) {
                producer.send(new ProducerRecord<>(
                                PARTITION.topic(), 0, null, ("record " + i).getBytes(StandardCharsets.UTF_8)))
                        .get();
            }
        }
    }
}
