package nl.klimrek.journal.chain;

import java.time.Instant;
import java.util.Objects;

/**
 * Two different events of one stream with the same sequence number. Services process the first one they meet and drop the
 * other, so one of the two was never applied: its publisher counts wrongly, or somebody else wrote to the topic.
 *
 * @param stream source and subject
 * @param sequence the number that both have
 * @param event id of the one that arrived later; both are in the chain
 * @param at when it arrived
 */
public record SequenceConflict(String stream, long sequence, String event, Instant at) {

    public SequenceConflict {
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(at, "at");
    }
}
