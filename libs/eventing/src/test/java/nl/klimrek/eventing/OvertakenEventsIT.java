package nl.klimrek.eventing;

import static nl.klimrek.eventing.SumReader.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Partitions were added without the procedure, so a newer event of a stream is read before an older one. */
class OvertakenEventsIT {

    private static final int PARTITION = 0;
    private static final int ADDED_PARTITION = 1;

    private final SumReader reader = new SumReader();

    @AfterEach
    void stop() {
        reader.close();
    }

    @Test
    void an_overtaken_event_is_parked_and_counted() throws Exception {
        overtake();

        assertThat(header(reader.parked(1).get(0), "klimrek-reason")).isEqualTo("overtaken");
        assertThat(reader.total()).isEqualTo(1 + 3);
        assertThat(overtaken("reject")).isEqualTo(1);
    }

    @Test
    void an_overtaken_event_whose_order_does_not_matter_is_applied_and_counted() throws Exception {
        reader.policy = LateEventPolicy.APPLY;
        overtake();

        reader.awaitHandled(2, 1);
        assertThat(reader.total()).isEqualTo(1 + 2 + 3);
        assertThat(overtaken("apply")).isEqualTo(1);
    }

    @Test
    void an_overtaken_event_that_the_later_one_replaces_is_dropped_and_counted() throws Exception {
        reader.policy = LateEventPolicy.IGNORE;
        overtake();

        reader.awaitHandled(2, 1);
        assertThat(reader.total()).isEqualTo(1 + 3);
        assertThat(overtaken("ignore")).isEqualTo(1);
    }

    @Test
    void redelivered_events_are_not_overtaken_ones() throws Exception {
        reader.unchanged.add(2L);
        reader.send(PARTITION, 1);
        reader.send(PARTITION, 2);
        reader.send(PARTITION, 2);
        reader.send(PARTITION, 3);
        reader.awaitHandled(3, 1);
        reader.send(ADDED_PARTITION, 4);
        reader.awaitHandled(4, 1);
        reader.unchanged.clear();

        reader.stop();
        readAgainFromTheFirstRecord();
        reader.start();

        reader.awaitHandled(2, 3);
        reader.awaitHandled(4, 2);
        assertThat(reader.meters.find("klimrek.inbox.overtaken").counters()).isEmpty();
        assertThat(reader.total()).isEqualTo(1 + 3 + 4);
    }

    private void overtake() throws Exception {
        reader.send(PARTITION, 1);
        reader.awaitHandled(1, 1);
        reader.send(ADDED_PARTITION, 3);
        reader.awaitHandled(3, 1);
        reader.send(PARTITION, 2);
    }

    private void readAgainFromTheFirstRecord() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", EmbeddedEngines.kafka()))) {
            admin.alterConsumerGroupOffsets(
                            reader.group,
                            IntStream.range(0, 3)
                                    .boxed()
                                    .collect(Collectors.toMap(
                                            partition -> new TopicPartition(reader.topic, partition),
                                            partition -> new OffsetAndMetadata(0))))
                    .all()
                    .get();
        }
    }

    private double overtaken(String outcome) {
        Counter counter = reader.meters
                .find("klimrek.inbox.overtaken")
                .tags("collection", "sums", "outcome", outcome)
                .counter();
        return counter == null ? 0 : counter.count();
    }
}
