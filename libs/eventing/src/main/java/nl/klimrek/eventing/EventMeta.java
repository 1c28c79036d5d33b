package nl.klimrek.eventing;

import java.time.Instant;

/**
 * What an event says about itself, whatever it is about (CloudEvents 1.0 attributes and extensions).
 *
 * @param id unique within the source
 * @param type CloudEvents type with its major version
 * @param source who published it
 * @param subject id of the aggregate it is a fact of
 * @param organisation whose fact it is
 * @param partitionKey record key without the organisation: facts of one key are in order together
 * @param sequence place among the facts of this source and subject, from 1, without gaps
 * @param time when it became a fact
 * @param actor person id or {@code system:<name>}
 * @param correlationId ties together all steps of one undertaking
 * @param causationId id of the event that led to it; null when a command did
 * @param traceparent W3C trace context; may be null
 * @param replayed whether it is given again after it was parked, so that later ones of its stream may have come before it
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

    /** An event that comes in its order. */
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

    /** The same event, given again after it was parked. */
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
