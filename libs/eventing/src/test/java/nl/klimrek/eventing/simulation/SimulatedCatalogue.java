package nl.klimrek.eventing.simulation;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import nl.klimrek.eventing.CounterCatalogue;
import nl.klimrek.eventing.CounterCatalogue.Raised;
import nl.klimrek.eventing.EventCatalogue;

/**
 * The events that one version of the service knows.
 *
 * @param former whether it is the version before, which does not know {@link Marked}
 */
record SimulatedCatalogue(boolean former) implements EventCatalogue {

    static final String MARKED = "counters.marked.v1";
    private static final CounterCatalogue COUNTERS = new CounterCatalogue();

    /** A counter went up, in the newer version's way. */
    record Marked(String counter, long to) {}

    @Override
    public String typeOf(Class<?> event) {
        return event == Marked.class ? MARKED : COUNTERS.typeOf(event);
    }

    @Override
    public String topicOf(Class<?> event) {
        return COUNTERS.topicOf(Raised.class);
    }

    @Override
    public String sourceOf(String topic) {
        return COUNTERS.sourceOf(topic);
    }

    @Override
    public Optional<Class<? extends Record>> classOf(String type) {
        return MARKED.equals(type) && !former ? Optional.of(Marked.class) : COUNTERS.classOf(type);
    }

    @Override
    public ObjectMapper json() {
        return COUNTERS.json();
    }
}
