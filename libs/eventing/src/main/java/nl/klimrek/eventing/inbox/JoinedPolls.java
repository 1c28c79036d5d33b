package nl.klimrek.eventing.inbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** The records of two polls as those of one. */
final class JoinedPolls {

    private JoinedPolls() {}

    /**
     * Joins them in order per partition. A group may rebalance during the second poll: records of a partition that is not
     * assigned any more are left to its new reader, and none is there twice if a partition went back to its committed offset.
     *
     * @param assigned partitions of the consumer after the second poll
     */
    static ConsumerRecords<byte[], byte[]> of(
            ConsumerRecords<byte[], byte[]> first,
            ConsumerRecords<byte[], byte[]> second,
            Set<TopicPartition> assigned) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> joined = new LinkedHashMap<>();
        for (TopicPartition partition : first.partitions()) {
            if (assigned.contains(partition)) {
                joined.put(partition, new ArrayList<>(first.records(partition)));
            }
        }
        for (TopicPartition partition : second.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> records = joined.computeIfAbsent(partition, none -> new ArrayList<>());
            long read = records.isEmpty() ? -1 : records.get(records.size() - 1).offset();
            second.records(partition).stream()
                    .filter(record -> record.offset() > read)
                    .forEach(records::add);
        }
        return new ConsumerRecords<>(joined);
    }
}
