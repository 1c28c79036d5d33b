package nl.klimrek.eventing;

import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The actor, trace and deduplication marker of a command or event that an aggregate handles.
 *
 * @param actor person id, or {@code system:<name>}
 * @param correlationId shared by all steps of one business transaction
 * @param causationId id of the event that led here; null for a command
 * @param traceparent W3C Trace Context of this step; a malformed value is replaced by a new trace
 * @param marker identifies a repetition of the same command or event
 * @param expectedVersion version the caller has seen; empty to accept any version
 */
public record MessageContext(
        String actor,
        String correlationId,
        @Nullable String causationId,
        @Nullable String traceparent,
        Marker marker,
        OptionalLong expectedVersion) {

    public MessageContext {
        traceparent = TraceContext.parse(traceparent)
                .or(TraceContext::current)
                .orElseGet(TraceContext::begin)
                .toString();
    }

    /** A command, identified by its key. The fingerprint detects another command under the same key. */
    public static MessageContext command(String actor, String commandKey, String fingerprint) {
        return new MessageContext(
                actor,
                UUID.randomUUID().toString(),
                null,
                null,
                new Marker.Command(commandKey, fingerprint),
                OptionalLong.empty());
    }

    /** A received event. The actor and the trace of the event continue in its effect. */
    public static MessageContext event(EventMeta event) {
        return new MessageContext(
                event.actor(),
                event.correlationId(),
                event.id(),
                place(event).toString(),
                new Marker.Event(
                        event.stream(),
                        event.sequence(),
                        event.epoch(),
                        event.position(),
                        event.replayed(),
                        LateEventPolicy.REJECT),
                OptionalLong.empty());
    }

    /** The span in which this event is handled, where there is one; else a place of its own in the event's trace. */
    private static TraceContext place(EventMeta event) {
        TraceContext next = TraceContext.after(event.traceparent());
        return TraceContext.current()
                .filter(span -> span.traceId().equals(next.traceId()))
                .orElse(next);
    }

    /** A step of a background job. The aggregate itself must detect a repetition. */
    public static MessageContext system(String name) {
        return new MessageContext(
                "system:" + name, UUID.randomUUID().toString(), null, null, new Marker.None(), OptionalLong.empty());
    }

    public MessageContext withCorrelation(String id) {
        return new MessageContext(actor, id, causationId, traceparent, marker, expectedVersion);
    }

    /**
     * Sets what led here.
     *
     * @param id id of an event, or the place of a record that is no event of a service
     */
    public MessageContext withCausation(String id) {
        return new MessageContext(actor, correlationId, id, traceparent, marker, expectedVersion);
    }

    public MessageContext withTraceparent(String parent) {
        return new MessageContext(actor, correlationId, causationId, parent, marker, expectedVersion);
    }

    public MessageContext withExpectedVersion(long version) {
        return new MessageContext(actor, correlationId, causationId, traceparent, marker, OptionalLong.of(version));
    }

    public MessageContext withMarker(Marker other) {
        return new MessageContext(actor, correlationId, causationId, traceparent, other, expectedVersion);
    }

    /** Sets the policy for an event that later events of its stream have overtaken. Does nothing for other markers. */
    public MessageContext withLateEventPolicy(LateEventPolicy lateEventPolicy) {
        return marker instanceof Marker.Event event ? withMarker(event.withPolicy(lateEventPolicy)) : this;
    }

    /** Removes the marker, for an aggregate that detects repetitions itself. */
    public MessageContext withoutMarker() {
        return withMarker(new Marker.None());
    }

    /** Identifies a repetition; stored with the effect, in the same write. */
    public sealed interface Marker {

        /** A caller's key for this command, and a fingerprint of its content. */
        record Command(String key, String fingerprint) implements Marker {}

        /**
         * The place of an event in its stream.
         *
         * @param epoch epoch of the stream; 0 until a restore raises it
         * @param position where it was read; null if it did not come from a topic
         * @param replayed whether it was a dead letter
         * @param policy what to do if later events of its stream have overtaken it
         */
        record Event(
                String stream,
                long sequence,
                long epoch,
                @Nullable EventPosition position,
                boolean replayed,
                LateEventPolicy policy)
                implements Marker {

            /** An event that did not come from a topic. */
            public Event(String stream, long sequence) {
                this(stream, sequence, 0, null, false, LateEventPolicy.REJECT);
            }

            Event withPolicy(LateEventPolicy newPolicy) {
                return new Event(stream, sequence, epoch, position, replayed, newPolicy);
            }
        }

        /** No marker: the decision itself detects a repetition. */
        record None() implements Marker {}
    }
}
