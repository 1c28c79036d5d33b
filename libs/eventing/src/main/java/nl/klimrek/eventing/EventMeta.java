package nl.klimrek.eventing;

import java.time.Instant;

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
        String causationId,
        String traceparent,
        boolean replayed) {

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
            String causationId,
            String traceparent) {
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
                false);
    }

    /** The same event, marked as replayed. */
    public EventMeta asReplayed() {
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
                true);
    }

    /** The stream in which {@link #sequence()} counts: source and subject. */
    public String stream() {
        return source + "#" + subject;
    }
}
