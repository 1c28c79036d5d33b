package nl.klimrek.eventing;

import java.util.OptionalLong;
import java.util.UUID;

/**
 * Who or what makes a step happen, and what makes a repetition of it recognisable.
 *
 * @param actor person id, or {@code system:<name>}
 * @param correlationId ties together all steps of one undertaking
 * @param causationId id of the event that led here; null for a command
 * @param traceparent its place in a trace (W3C Trace Context); one that is none is replaced by a trace that begins here
 * @param marker recognises a repetition
 * @param expectedVersion version the caller has seen; empty when any will do
 */
public record MessageContext(
        String actor,
        String correlationId,
        String causationId,
        String traceparent,
        Marker marker,
        OptionalLong expectedVersion) {

    public MessageContext {
        traceparent = TraceContext.parse(traceparent)
                .or(TraceContext::current)
                .orElseGet(TraceContext::begin)
                .toString();
    }

    /** A command of a person or system, recognised by its key; the fingerprint tells other content under the same key. */
    public static MessageContext command(String actor, String commandKey, String fingerprint) {
        return new MessageContext(
                actor,
                UUID.randomUUID().toString(),
                null,
                null,
                new Marker.Command(commandKey, fingerprint),
                OptionalLong.empty());
    }

    /** An event that was received; {@code actor} of the effect is whoever caused the event, and its trace goes on. */
    public static MessageContext event(EventMeta event) {
        return new MessageContext(
                event.actor(),
                event.correlationId(),
                event.id(),
                place(event).toString(),
                new Marker.Event(event.stream(), event.sequence(), event.replayed() ? LateEventPolicy.REJECT : null),
                OptionalLong.empty());
    }

    /** The span in which this event is handled, where there is one; else a place of its own in the event's trace. */
    private static TraceContext place(EventMeta event) {
        TraceContext next = TraceContext.after(event.traceparent());
        return TraceContext.current()
                .filter(span -> span.traceId().equals(next.traceId()))
                .orElse(next);
    }

    /** A step of a system's own, such as a clock's, whose repetition the aggregate itself recognises. */
    public static MessageContext system(String name) {
        return new MessageContext(
                "system:" + name, UUID.randomUUID().toString(), null, null, new Marker.None(), OptionalLong.empty());
    }

    public MessageContext withCorrelation(String id) {
        return new MessageContext(actor, id, causationId, traceparent, marker, expectedVersion);
    }

    public MessageContext withTraceparent(String parent) {
        return new MessageContext(actor, correlationId, causationId, parent, marker, expectedVersion);
    }

    public MessageContext withExpectedVersion(long version) {
        return new MessageContext(actor, correlationId, causationId, traceparent, marker, OptionalLong.of(version));
    }

    /** The same cause, recognised by another marker. */
    public MessageContext withMarker(Marker other) {
        return new MessageContext(actor, correlationId, causationId, traceparent, other, expectedVersion);
    }

    /** The same cause; says what becomes of an event that is given again after later ones of its stream were taken. */
    public MessageContext withLateEventPolicy(LateEventPolicy lateEventPolicy) {
        return marker instanceof Marker.Event event && event.lateEventPolicy() != null
                ? withMarker(new Marker.Event(event.stream(), event.sequence(), lateEventPolicy))
                : this;
    }

    /** The same cause, without a marker: for an aggregate that recognises the repetition by itself. */
    public MessageContext withoutMarker() {
        return withMarker(new Marker.None());
    }

    /** What recognises a repetition; stored with the effect, in the same write. */
    public sealed interface Marker {

        /** A caller's own key for this command. */
        record Command(String key, String fingerprint) implements Marker {}

        /**
         * A place in a stream of events: {@code sequence} within {@code stream}.
         *
         * @param overtaken null for an event that comes in its order, or again; else it is given again after it was parked
         */
        record Event(String stream, long sequence, LateEventPolicy lateEventPolicy) implements Marker {

            /** Of an event that comes in its order. */
            public Event(String stream, long sequence) {
                this(stream, sequence, null);
            }
        }

        /** None: the decision itself must tell. */
        record None() implements Marker {}
    }
}
