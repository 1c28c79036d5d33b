package nl.klimrek.journal.chain;

import java.time.Instant;
import java.util.Objects;

/**
 * Two different events of one stream with the same sequence number. Services apply the first one they receive and drop the
 * other. The publisher counts wrongly, or somebody else wrote to the topic.
 *
 * @param stream source and subject
 * @param sequence the number of both
 * @param event id of the later event; both are in the chain
 * @param at arrival of the later event
 */
public record SequenceConflict(String stream, long sequence, String event, Instant at) {

    public SequenceConflict {
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(at, "at");
    }
}
