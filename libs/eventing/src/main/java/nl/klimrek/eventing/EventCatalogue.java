package nl.klimrek.eventing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/** What the machinery must know of event records; it knows nothing of what they mean. */
public interface EventCatalogue {

    /** CloudEvents type of an event record. */
    String typeOf(Class<?> event);

    /** Topic an event record travels on. */
    String topicOf(Class<?> event);

    /** CloudEvents source of what is published on a topic. */
    String sourceOf(String topic);

    /** The record class of a type; empty when this version of the code does not know it. */
    Optional<Class<? extends Record>> classOf(String type);

    /** Whether this group is declared a reader of this topic; only then is there a place for what it can not take. */
    default boolean isReader(String topic, String group) {
        return true;
    }

    /** How event data is written and read. */
    ObjectMapper json();
}
