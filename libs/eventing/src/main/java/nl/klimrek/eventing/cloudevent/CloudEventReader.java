package nl.klimrek.eventing.cloudevent;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.format.EventDeserializationException;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import nl.klimrek.eventing.EventCatalogue;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Parses a record as an event of its topic. Attributes must be complete, the source must be the topic's owner, and
 * key and organisation must agree; otherwise it throws {@link MalformedEventException} with a code.
 */
public final class CloudEventReader {

    private final EventCatalogue catalogue;

    public CloudEventReader(EventCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    public ReceivedEvent read(ConsumerRecord<byte[], byte[]> record) {
        refuseTwice(record);
        CloudEvent event = cloudEvent(record);
        EventMeta meta = meta(event).readAt(record.partition(), record.offset());
        if (!meta.source().equals(catalogue.sourceOf(record.topic()))) {
            throw new MalformedEventException("foreign-source");
        }
        if (record.key() == null
                || !new String(record.key(), StandardCharsets.UTF_8).equals(extension(event, "partitionkey"))) {
            throw new MalformedEventException("key-differs-from-partitionkey");
        }
        if (event.getData() == null) {
            throw new MalformedEventException("no-data");
        }
        if (event.getDataContentType() != null && !event.getDataContentType().startsWith("application/json")) {
            throw new MalformedEventException("data-is-not-json");
        }
        byte[] bytes = event.getData().toBytes();
        return new ReceivedEvent(meta, record.topic(), bytes, data(meta.type(), bytes));
    }

    /** Readers could disagree about an attribute that occurs twice. */
    private static void refuseTwice(ConsumerRecord<byte[], byte[]> record) {
        Set<String> names = new HashSet<>();
        for (Header header : record.headers()) {
            if ((header.key().startsWith("ce_") || header.key().equals("content-type")) && !names.add(header.key())) {
                throw new MalformedEventException("header-twice");
            }
        }
    }

    private Optional<Record> data(String type, byte[] bytes) {
        Optional<Class<? extends Record>> known = catalogue.classOf(type);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(catalogue.json().readValue(bytes, known.get()));
        } catch (IOException e) {
            throw new MalformedEventException("data-is-not-its-type");
        }
    }

    private static CloudEvent cloudEvent(ConsumerRecord<byte[], byte[]> record) {
        try {
            return KafkaMessageFactory.createReader(record.headers(), record.value())
                    .toEvent();
        } catch (CloudEventRWException
                | EventDeserializationException
                | IllegalArgumentException
                | IllegalStateException e) {
            throw new MalformedEventException("not-a-cloudevent", e);
        }
    }

    private static EventMeta meta(CloudEvent event) {
        try {
            Organisation organisation = new Organisation(extension(event, "organisation"));
            Key partition = Key.parse(extension(event, "partitionkey"));
            if (!partition.organisation().equals(organisation)) {
                throw new MalformedEventException("key-of-another-organisation");
            }
            long sequence = Long.parseLong(extension(event, "sequence"));
            Key.of(organisation, event.getSubject());
            return new EventMeta(
                            event.getId(),
                            event.getType(),
                            event.getSource().toString(),
                            event.getSubject(),
                            organisation,
                            partition.id(),
                            sequence,
                            time(event),
                            extension(event, "actor"),
                            extension(event, "correlationid"),
                            optional(event, "causationid"),
                            optional(event, "traceparent"))
                    .inEpoch(epoch(event));
        } catch (IllegalArgumentException e) {
            throw new MalformedEventException("attributes-incomplete", e);
        }
    }

    /** Events written before there were epochs belong to epoch 0. */
    private static long epoch(CloudEvent event) {
        String epoch = optional(event, "epoch");
        long number = epoch == null ? 0 : Long.parseLong(epoch);
        if (number < 0) {
            throw new MalformedEventException("attributes-incomplete");
        }
        return number;
    }

    private static Instant time(CloudEvent event) {
        if (event.getTime() == null) {
            throw new MalformedEventException("attributes-incomplete");
        }
        return event.getTime().toInstant();
    }

    private static String extension(CloudEvent event, String name) {
        String value = optional(event, name);
        if (value == null) {
            throw new MalformedEventException("attributes-incomplete");
        }
        return value;
    }

    private static @Nullable String optional(CloudEvent event, String name) {
        Object value = event.getExtension(name);
        return value == null ? null : value.toString();
    }
}
