package nl.klimrek.journal.parked;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nl.klimrek.contracts.TopicDefinition;
import nl.klimrek.eventing.EventCatalogue;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.cloudevent.CloudEventReader;
import nl.klimrek.eventing.cloudevent.MalformedEventException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Decides which organisation a parked record belongs to.
 *
 * <p>An event belongs to the organisation it names when its attributes are complete, its source owns the topic, and its key
 * agrees. A tombstone belongs to the organisation of its key on a compacted topic. Any other record is unattributed. This
 * includes the inbound HR topic, whose sources are bound to organisations by a configuration that is unknown here.
 */
final class TenantResolution {

    private final CloudEventReader attributes;

    TenantResolution(EventCatalogue catalogue) {
        this.attributes = new CloudEventReader(new WithoutData(catalogue));
    }

    /** The attributes of an event that belongs to its organisation. */
    Optional<EventMeta> trustedAttributes(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(attributes.read(record).meta());
        } catch (MalformedEventException notCertain) {
            return Optional.empty();
        }
    }

    /** The organisation of a tombstone. */
    Optional<Organisation> ofTombstone(ConsumerRecord<byte[], byte[]> record) {
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

    /** A catalogue without types, so that data is not read. */
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
