package nl.klimrek.journal.parked;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nl.klimrek.contracts.TopicDefinition;
import nl.klimrek.eventing.EventCatalogue;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.inbox.CloudEventReader;
import nl.klimrek.eventing.inbox.MalformedEventException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Whose a parked record is. It is an organisation's where all that any reader demands holds but for the data: complete
 * attributes, the source that owns the topic, key and organisation in agreement; or where it empties a key of a compacted
 * topic. Of everything else it is not certain, whatever it says about itself; the inbound HR topic binds a source to an
 * organisation by a configuration that is not known here.
 */
final class TenantResolution {

    private final CloudEventReader attributes;

    TenantResolution(EventCatalogue catalogue) {
        this.attributes = new CloudEventReader(new WithoutData(catalogue));
    }

    /** What the event says about itself, where it can be believed. */
    Optional<EventMeta> believed(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(attributes.read(record).meta());
        } catch (MalformedEventException notCertain) {
            return Optional.empty();
        }
    }

    /** Whose key a record empties. */
    Optional<Organisation> emptied(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() != null
                || record.key() == null
                || !TopicDefinition.of(record.topic()).compacted()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Key.parse(new String(record.key(), StandardCharsets.UTF_8)).organisation());
        } catch (IllegalArgumentException noKey) {
            return Optional.empty();
        }
    }

    /** Knows no type, so that data is not looked at. */
    private record WithoutData(EventCatalogue catalogue) implements EventCatalogue {

        @Override
        public String typeOf(Class<?> event) {
            return catalogue.typeOf(event);
        }

        @Override
        public String topicOf(Class<?> event) {
            return catalogue.topicOf(event);
        }

        @Override
        public String sourceOf(String topic) {
            return catalogue.sourceOf(topic);
        }

        @Override
        public Optional<Class<? extends Record>> classOf(String type) {
            return Optional.empty();
        }

        @Override
        public ObjectMapper json() {
            return catalogue.json();
        }
    }
}
