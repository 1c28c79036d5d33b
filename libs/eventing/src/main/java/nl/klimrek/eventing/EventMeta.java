package nl.klimrek.eventing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * CloudEvents 1.0 attributes and extensions of an event.
 *
 * @param id unique within the source
 * @param type CloudEvents type, including the major version
 * @param source service that published it
 * @param subject id of the aggregate
 * @param organisation tenant that the event belongs to
 * @param partitionKey record key without the organisation; events with the same key are in order
 * @param sequence number within the stream, from 1, without gaps
 * @param time when the event occurred
 * @param actor person id or {@code system:<name>}
 * @param correlationId shared by all steps of one business transaction
 * @param causationId id of the event that led to it; null if a command did
 * @param traceparent W3C trace context; may be null
 * @param replayed whether it was a dead letter and is replayed, possibly after later events of its stream
 * @param epoch incarnation of the stream; a restore from a backup raises it, so that reused numbers are not duplicates
 * @param position where it was read; null if it did not come from a topic
 */
public record EventMeta(
        String id,
        String type,
        String source,
        String subject,
        Organisation organisation,
        String partitionKey,
        long sequence,
        Instant time,
        String actor,
        String correlationId,
        @Nullable String causationId,
        @Nullable String traceparent,
        boolean replayed,
        long epoch,
        @Nullable EventPosition position) {

    /** An event that arrives in order. */
    public EventMeta(
            String id,
            String type,
            String source,
            String subject,
            Organisation organisation,
            String partitionKey,
            long sequence,
            Instant time,
            String actor,
            String correlationId,
            @Nullable String causationId,
            @Nullable String traceparent) {
        this(
                id,
                type,
                source,
                subject,
                organisation,
                partitionKey,
                sequence,
                time,
                actor,
                correlationId,
                causationId,
                traceparent,
                false,
                0,
                null);
    }

    /** The same event, marked as replayed. */
    public EventMeta asReplayed() {
        return with(true, epoch, position);
    }

    /** The same event, in this epoch of its stream. */
    public EventMeta inEpoch(long newEpoch) {
        return with(replayed, newEpoch, position);
    }

    /** The same event, read at this position. */
    public EventMeta readAt(int partition, long offset) {
        return with(replayed, epoch, new EventPosition(partition, offset));
    }

    private EventMeta with(boolean newReplayed, long newEpoch, @Nullable EventPosition newPosition) {
        return new EventMeta(
                id,
                type,
                source,
                subject,
                organisation,
                partitionKey,
                sequence,
                time,
                actor,
                correlationId,
                causationId,
                traceparent,
                newReplayed,
                newEpoch,
                newPosition);
    }

    /** The stream in which {@link #sequence()} counts: source and subject, and the epoch after the first one. */
    public String stream() {
        String stream = source + "#" + subject;
        return epoch == 0 ? stream : stream + "@" + epoch;
    }
}
