package nl.klimrek.acceptance.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.klimrek.eventing.EventCatalogue;

/**
 * Event catalogue of the service under test, which counts.
 *
 * @param topic where its events are published
 */
record CounterCatalogue(String topic) implements EventCatalogue {

    static final String SOURCE = "/counters";

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A counter; the aggregate.
     *
     * @param owner its owner; the events of one owner are ordered together
     */
    record Counter(String name, String owner, long value) {}

    /** Published when a counter was raised. */
    record Raised(String counter, long to) {}

    /** An owner's events that a consumer group has applied, in order. */
    record AppliedEvents(List<AppliedEvent> facts) {

        static final AppliedEvents NOTHING = new AppliedEvents(List.of());

        AppliedEvents and(AppliedEvent fact) {
            List<AppliedEvent> more = new ArrayList<>(facts);
            more.add(fact);
            return new AppliedEvents(more);
        }
    }

    /**
     * An event that was applied.
     *
     * @param event its event id
     * @param counter its subject
     * @param sequence its sequence within that subject
     */
    record AppliedEvent(String event, String counter, long sequence) {}

    @Override
    public String typeOf(Class<?> event) {
        return "counters.raised.v1";
    }

    @Override
    public String topicOf(Class<?> event) {
        return topic;
    }

    @Override
    public String sourceOf(String topic) {
        return SOURCE;
    }

    @Override
    public Optional<Class<? extends Record>> classOf(String type) {
        return Optional.of(Raised.class);
    }

    @Override
    public ObjectMapper json() {
        return JSON;
    }
}
