package nl.klimrek.eventing.inbox;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import nl.klimrek.eventing.EventMeta;
import org.slf4j.MDC;

/**
 * Observes the handling of events: each is a span that continues the trace in the event's {@code traceparent}, and its log
 * lines carry the event's correlation id.
 */
final class EventObservation {

    private static final String NAME = "klimrek.event.handling";
    private static final String TRACEPARENT = "traceparent";

    private final ObservationRegistry registry;
    private final String group;

    EventObservation(ObservationRegistry registry, String group) {
        this.registry = registry;
        this.group = group;
    }

    void observe(EventMeta event, Runnable handling) {
        try (MDC.MDCCloseable ignored = MDC.putCloseable("correlation", event.correlationId())) {
            if (registry.isNoop()) {
                handling.run();
                return;
            }
            Observation.createNotStarted(NAME, () -> context(event), registry)
                    .contextualName("handle " + event.type())
                    .lowCardinalityKeyValue("group", group)
                    .observe(handling);
        }
    }

    private static ReceiverContext<EventMeta> context(EventMeta event) {
        ReceiverContext<EventMeta> context = new ReceiverContext<>(
                (carrier, header) -> header.equals(TRACEPARENT) ? carrier.traceparent() : null, Kind.CONSUMER);
        context.setCarrier(event);
        context.setRemoteServiceName(event.source());
        return context;
    }
}
