package nl.klimrek.eventing.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.klimrek.eventing.RecordFixtures;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class JoinedPollsTest {

    private static final TopicPartition ONE = new TopicPartition("t", 1);
    private static final TopicPartition OTHER = new TopicPartition("t", 2);

    @Test
    void records_of_both_polls_are_in_order_per_partition() {
        ConsumerRecords<byte[], byte[]> first = poll(Map.of(ONE, records(0, 1)));
        ConsumerRecords<byte[], byte[]> second = poll(Map.of(ONE, records(2, 3), OTHER, records(7)));
        ConsumerRecords<byte[], byte[]> joined = JoinedPolls.of(first, second, Set.of(ONE, OTHER));
        assertThat(offsets(joined, ONE)).containsExactly(0L, 1L, 2L, 3L);
        assertThat(offsets(joined, OTHER)).containsExactly(7L);
        assertThat(joined.count()).isEqualTo(5);
    }

    @Test
    void records_of_a_partition_that_was_taken_away_meanwhile_are_left_to_its_new_reader() {
        ConsumerRecords<byte[], byte[]> first = poll(Map.of(ONE, records(0), OTHER, records(7)));
        ConsumerRecords<byte[], byte[]> joined = JoinedPolls.of(first, ConsumerRecords.empty(), Set.of(ONE));
        assertThat(joined.partitions()).containsExactly(ONE);
    }

    @Test
    void a_record_that_comes_again_after_a_rebalance_is_there_once() {
        ConsumerRecords<byte[], byte[]> first = poll(Map.of(ONE, records(4, 5)));
        ConsumerRecords<byte[], byte[]> second = poll(Map.of(ONE, records(4, 5, 6)));
        assertThat(offsets(JoinedPolls.of(first, second, Set.of(ONE)), ONE)).containsExactly(4L, 5L, 6L);
    }

    private static ConsumerRecords<byte[], byte[]> poll(
            Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records) {
        return new ConsumerRecords<>(records);
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(long... offsets) {
        return Arrays.stream(offsets)
                .mapToObj(offset -> RecordFixtures.good("n", offset + 1).at(offset))
                .toList();
    }

    private static List<Long> offsets(ConsumerRecords<byte[], byte[]> records, TopicPartition partition) {
        return records.records(partition).stream().map(ConsumerRecord::offset).toList();
    }
}
