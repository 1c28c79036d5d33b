package nl.klimrek.eventing.offset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import nl.klimrek.eventing.EmbeddedEngines;
import nl.klimrek.eventing.SumReader;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A group starts at its offset or, with an alarm, at the first record that is left. */
class StartPositionsIT {

    private final SumReader reader = new SumReader();
    private final TopicPartition partition = new TopicPartition(reader.topic, 0);
    private final Admin admin = Admin.create(Map.of("bootstrap.servers", EmbeddedEngines.kafka()));

    @AfterEach
    void close() {
        reader.close();
        admin.close();
    }

    @Test
    void a_new_group_reads_from_the_first_record_and_goes_on_from_its_offset() throws Exception {
        reader.send(0, 1);
        reader.awaitHandled(1, 1);
        assertThat(resets("new")).isEqualTo(3);
        reader.stop();
        reader.send(0, 2);
        reader.start();
        reader.awaitHandled(2, 1);
        assertThat(reader.handled).containsExactly(1L, 2L);
        assertThat(resets("new"))
                .as("its start was committed for every partition")
                .isEqualTo(3);
    }

    @Test
    void records_that_were_deleted_unread_are_an_alarm_and_the_rest_is_read() throws Exception {
        reader.send(0, 1);
        reader.awaitHandled(1, 1);
        reader.stop();
        reader.send(0, 2);
        reader.send(0, 3);
        deleteBefore(2);
        reader.start();
        reader.awaitHandled(3, 1);
        assertThat(resets("deleted")).isEqualTo(1);
        assertThat(reader.total()).isEqualTo(1 + 3);
    }

    @Test
    void expired_offsets_are_an_alarm_if_older_records_are_gone_and_nothing_has_its_effect_twice() throws Exception {
        reader.send(0, 1);
        reader.send(0, 2);
        reader.awaitHandled(2, 1);
        reader.stop();
        deleteBefore(1);
        admin.deleteConsumerGroupOffsets(reader.group, Set.of(partition)).all().get();
        reader.start();
        reader.awaitHandled(2, 2);
        assertThat(resets("incomplete")).isEqualTo(1);
        assertThat(reader.total()).isEqualTo(1 + 2);
    }

    @Test
    void an_offset_behind_the_end_of_the_log_is_an_alarm_and_everything_is_read_again() throws Exception {
        reader.send(0, 1);
        reader.awaitHandled(1, 1);
        reader.stop();
        admin.alterConsumerGroupOffsets(reader.group, Map.of(partition, new OffsetAndMetadata(50)))
                .all()
                .get();
        reader.start();
        reader.awaitHandled(1, 2);
        assertThat(resets("truncated")).isEqualTo(1);
        assertThat(reader.total()).isEqualTo(1);
    }

    private void deleteBefore(long offset) throws Exception {
        admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(offset)))
                .all()
                .get();
    }

    private double resets(String reason) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> reader.meters.find("klimrek.inbox.offset.resets").counter() != null);
        return reader
                .meters
                .find("klimrek.inbox.offset.resets")
                .tags("topic", reader.topic, "reason", reason)
                .counters()
                .stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
