package nl.klimrek.eventing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/** A catalogue with one event on one topic. */
public final class CounterCatalogue implements EventCatalogue {

    /** A counter went up. */
    public record Raised(String counter, long to) {}

    public static final String TOPIC = "counters.v1";
    public static final String TYPE = "counters.raised.v1";

    private final ObjectMapper json = new ObjectMapper();
    private final String topic;

    public CounterCatalogue() {
        this(TOPIC);
    }

    public CounterCatalogue(String topic) {
        this.topic = topic;
    }

    @Override
    public String typeOf(Class<?> event) {
        return TYPE;
    }

    @Override
    public String topicOf(Class<?> event) {
        return topic;
    }

    @Override
    public String sourceOf(String topic) {
        return "/counters";
    }

    @Override
    public Optional<Class<? extends Record>> classOf(String type) {
        return TYPE.equals(type) ? Optional.of(Raised.class) : Optional.empty();
    }

    @Override
    public ObjectMapper json() {
        return json;
    }
}
