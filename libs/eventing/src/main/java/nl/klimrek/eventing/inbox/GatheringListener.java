package nl.klimrek.eventing.inbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * Lets records gather after a small poll. Each poll costs a request, a commit and the writes of its handlers, however few
 * records it brings; a backlog is read without a pause.
 */
final class GatheringListener implements BatchMessageListener<byte[], byte[]> {

    private static final int LARGE_POLL = 50;

    private final BatchMessageListener<byte[], byte[]> listener;
    private final Duration gatherTime;

    GatheringListener(BatchMessageListener<byte[], byte[]> listener, Duration gatherTime) {
        this.listener = listener;
        this.gatherTime = gatherTime;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
        listener.onMessage(records);
        if (records.size() < LARGE_POLL && !gatherTime.isZero()) {
            LockSupport.parkNanos(gatherTime.toNanos());
        }
    }
}
