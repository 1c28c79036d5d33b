package nl.klimrek.eventing.lane;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchListenerFailedException;

/** The records of a poll, a batch for each partition, so that a partition that fails does not hold the others. */
public final class PartitionBatches {

    private final Collection<List<ConsumerRecord<byte[], byte[]>>> batches;

    public PartitionBatches(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> byPartition = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            byPartition
                    .computeIfAbsent(new TopicPartition(record.topic(), record.partition()), none -> new ArrayList<>())
                    .add(record);
        }
        batches = byPartition.values();
    }

    /** Whether there is more than one. */
    public boolean areSeveral() {
        return batches.size() > 1;
    }

    /**
     * Handles one batch after another, also after one that failed unless failures are slow.
     *
     * @throws BatchListenerFailedException the first failure; all batches before its one are done
     */
    public void handle(Consumer<List<ConsumerRecord<byte[], byte[]>>> handler) {
        long begin = System.nanoTime();
        @Nullable BatchListenerFailedException first = null;
        for (List<ConsumerRecord<byte[], byte[]>> batch : batches) {
            try {
                handler.accept(batch);
            } catch (BatchListenerFailedException failed) {
                first = first == null ? failed : first;
                if (RecordLanes.isSlow(begin)) {
                    break;
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
