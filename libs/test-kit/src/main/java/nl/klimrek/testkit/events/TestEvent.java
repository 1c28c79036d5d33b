package nl.klimrek.testkit.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.klimrek.contracts.ContractJson;
import nl.klimrek.contracts.Contracts;
import nl.klimrek.servicekit.events.ContractCatalogue;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * One event to publish: its data and its CloudEvents attributes. Immutable: each {@code with…} method returns another one.
 *
 * <p>Defaults: type, topic and source as the catalogue has them; the subject is the record's first component; the partition
 * key is {@code <organisation>/} and the component {@code employee}, {@code person} or {@code team}, or else the subject;
 * the sequence is 1; id and correlation are fresh; the actor is {@code system:test}; the time is 2026-01-01.
 */
public final class TestEvent {

    private static final ContractCatalogue CATALOGUE = new ContractCatalogue();
    private static final String NAME_PREFIX = "ce_";

    private final String topic;
    private final String key;
    private final Map<String, String> attributes;
    private final byte[] data;

    private TestEvent(String topic, String key, Map<String, String> attributes, byte[] data) {
        this.topic = topic;
        this.key = key;
        this.attributes = attributes;
        this.data = data;
    }

    /** An event of this organisation with this record as its data. */
    public static TestEvent of(String organisation, Record event) {
        String topic = Contracts.topicOf(event.getClass());
        RecordComponent[] components = event.getClass().getRecordComponents();
        String subject = String.valueOf(value(components[0], event));
        String keyed = Stream.of("employee", "person", "team")
                .flatMap(name ->
                        Stream.of(components).filter(each -> each.getName().equals(name)))
                .map(component -> value(component, event))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElse(subject);
        return of(organisation, topic, Contracts.typeOf(event.getClass()), subject, json(event))
                .withKey(keyed);
    }

    /** An event of any type with any bytes as its data. */
    public static TestEvent of(String organisation, String topic, String type, String subject, byte[] data) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("specversion", "1.0");
        attributes.put("id", UUID.randomUUID().toString());
        attributes.put("type", type);
        attributes.put("source", CATALOGUE.sourceOf(topic));
        attributes.put("subject", subject);
        attributes.put("time", "2026-01-01T00:00:00Z");
        attributes.put("organisation", organisation);
        attributes.put("sequence", "1");
        attributes.put("correlationid", UUID.randomUUID().toString());
        attributes.put("actor", "system:test");
        return new TestEvent(topic, "", attributes, data).withKey(subject);
    }

    /** The same event with this person or team in its partition key, after the organisation. */
    public TestEvent withKey(String personOrTeam) {
        String keyed = attributes.get("organisation") + "/" + personOrTeam;
        return new TestEvent(topic, keyed, changed("partitionkey", keyed), data);
    }

    public TestEvent withSubject(String subject) {
        return with("subject", subject);
    }

    public TestEvent withSource(String source) {
        return with("source", source);
    }

    /** The same event at this place among the events of its subject, from 1. */
    public TestEvent withSequence(long sequence) {
        return with("sequence", Long.toString(sequence));
    }

    public TestEvent withCorrelation(String correlation) {
        return with("correlationid", correlation);
    }

    public TestEvent withActor(String actor) {
        return with("actor", actor);
    }

    public TestEvent withTime(Instant time) {
        return with("time", time.toString());
    }

    /** The same event with this CloudEvents attribute; null leaves it out. */
    public TestEvent with(String attribute, String value) {
        return new TestEvent(topic, key, changed(attribute, value), data);
    }

    /** The event as a Kafka record in CloudEvents' binary mode. */
    public ProducerRecord<byte[], byte[]> toRecord() {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, bytes(key), data);
        attributes.forEach((name, value) -> record.headers().add(NAME_PREFIX + name, bytes(value)));
        record.headers().add("content-type", bytes("application/json"));
        return record;
    }

    @Nullable
    String attribute(String name) {
        return attributes.get(name);
    }

    private Map<String, String> changed(String attribute, String value) {
        Map<String, String> changed = new LinkedHashMap<>(attributes);
        if (value == null) {
            changed.remove(attribute);
        } else {
            changed.put(attribute, value);
        }
        return changed;
    }

    private static Object value(RecordComponent component, Record event) {
        try {
            return component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] json(Record event) {
        try {
            return ContractJson.mapper().writeValueAsBytes(event);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("not writable as JSON: " + event.getClass(), unwritable);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
