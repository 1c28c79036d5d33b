package nl.klimrek.eventing.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import nl.klimrek.eventing.LateEventPolicy;
import nl.klimrek.eventing.MessageContext.Marker;
import nl.klimrek.eventing.marker.LateEventObserver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts events that a later event of their stream overtook, as {@code klimrek.inbox.overtaken} by collection and
 * outcome, and logs a warning for each. The usual cause is a topic that got more partitions without {@code infra/admin
 * partitions}.
 */
public final class LateEventMetrics implements LateEventObserver {

    private static final Logger LOG = LoggerFactory.getLogger(LateEventMetrics.class);

    private final MeterRegistry meters;

    public LateEventMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void overtaken(String collection, Marker.Event event, LateEventPolicy outcome) {
        String label = outcome.name().toLowerCase(Locale.ROOT);
        meters.counter("klimrek.inbox.overtaken", "collection", collection, "outcome", label)
                .increment();
        LOG.warn(
                "Event {} of {} reached {} from partition {} after a later one: {}",
                event.sequence(),
                event.stream(),
                collection,
                event.position() == null ? "unknown" : event.position().partition(),
                label);
    }
}
