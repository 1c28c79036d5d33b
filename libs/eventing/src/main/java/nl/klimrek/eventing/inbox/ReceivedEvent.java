package nl.klimrek.eventing.inbox;

import java.util.Optional;
import nl.klimrek.eventing.EventMeta;

/**
 * An event as it arrived.
 *
 * @param meta what it says about itself
 * @param topic topic it came from
 * @param bytes its data as it was on the topic
 * @param data its data as a record; empty when this version of the code does not know its type
 */
public record ReceivedEvent(EventMeta meta, String topic, byte[] bytes, Optional<Record> data) {

    ReceivedEvent asReplayed() {
        return new ReceivedEvent(meta.asReplayed(), topic, bytes, data);
    }
}
