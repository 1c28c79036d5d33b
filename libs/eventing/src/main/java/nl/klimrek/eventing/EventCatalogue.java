package nl.klimrek.eventing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/** The event types and topics of a service. Maps record classes to CloudEvents types and topics. */
public interface EventCatalogue {

    /** CloudEvents type of an event record. */
    String typeOf(Class<?> event);

    /** Topic an event record travels on. */
    String topicOf(Class<?> event);

    /** CloudEvents source of what is published on a topic. */
    String sourceOf(String topic);

    /** The record class of a type; empty if this version does not know the type. */
    Optional<Class<? extends Record>> classOf(String type);

    /**
     * Whether the declaration of the topic names this consumer group as a reader, so that its dead-letter topic
     * exists.
     */
    default boolean isReader(String topic, String group) {
        return true;
    }

    /** Reads and writes event data. */
    ObjectMapper json();
}
