package nl.klimrek.eventing.inbox;

import java.util.List;
import java.util.function.BiConsumer;
import nl.klimrek.eventing.EventCatalogue;
import nl.klimrek.eventing.cloudevent.CloudEventReader;
import nl.klimrek.eventing.deadletter.DeadLetterPublisher;
import nl.klimrek.eventing.deadletter.FailureKind;
import nl.klimrek.eventing.deadletter.ReplayGate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.BatchListenerFailedException;

/** Handles one poll as a listener container does, with the real listener and the real kinds of failures. */
public final class SimulatedInbox {

    private final InboxListener listener;

    /** @param replays says whether a dead letter may be replayed now */
    public SimulatedInbox(EventHandlers handlers, EventCatalogue catalogue, ReplayGate replays) {
        listener = new InboxListener(handlers, new CloudEventReader(catalogue), replays);
    }

    /**
     * Hands these records over.
     *
     * @param park puts a record aside for this reason; when it throws, the record is not done with
     * @return how many, from the first on, need not be read again
     */
    public int deliver(
            List<ConsumerRecord<byte[], byte[]>> records, BiConsumer<ConsumerRecord<byte[], byte[]>, String> park) {
        try {
            listener.onMessage(records);
            return records.size();
        } catch (BatchListenerFailedException e) {
            @SuppressWarnings("unchecked")
            ConsumerRecord<byte[], byte[]> failed = (ConsumerRecord<byte[], byte[]>) e.getRecord();
            int before = records.indexOf(failed);
            return switch (FailureKind.of(e)) {
                case TRANSIENT -> before;
                case PERMANENT -> parked(failed, DeadLetterPublisher.reasonCode(e), park) ? before + 1 : before;
                case UNKNOWN -> throw new AssertionError("a fault of the simulation was not recognised", e);
            };
        }
    }

    private static boolean parked(
            ConsumerRecord<byte[], byte[]> record,
            String reason,
            BiConsumer<ConsumerRecord<byte[], byte[]>, String> park) {
        try {
            park.accept(record, reason);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
