package nl.klimrek.eventing.cloudevent;

import java.util.Optional;
import nl.klimrek.eventing.EventMeta;

/**
 * An event as it arrived.
 *
 * @param topic topic it came from
 * @param bytes its data as on the topic
 * @param data its data as a record; empty if this version does not know the type
 */
public record ReceivedEvent(EventMeta meta, String topic, byte[] bytes, Optional<Record> data) {

    /** The same event, marked as replayed. */
    public ReceivedEvent asReplayed() {
        return new ReceivedEvent(meta.asReplayed(), topic, bytes, data);
    }
}
