package nl.klimrek.eventing.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.klimrek.eventing.EventCatalogue;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;

/** Writes events as CloudEvents 1.0 in Kafka binary mode: attributes in {@code ce_} headers, JSON data as the value. */
final class CloudEventWriter {

    private final EventCatalogue catalogue;
    private final Clock clock;
    private final OutboxSettings settings;
    private final long epoch;

    /** @param epoch epoch of all streams of this service; 0 until a restore raises it */
    CloudEventWriter(EventCatalogue catalogue, Clock clock, OutboxSettings settings, long epoch) {
        this.catalogue = catalogue;
        this.clock = clock;
        this.settings = settings;
        this.epoch = epoch;
    }

    OutboxEvent write(Record event, Key subject, Key partition, long sequence, MessageContext cause) {
        String topic = catalogue.topicOf(event.getClass());
        String id = UUID.randomUUID().toString();
        Instant time = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id);
        headers.put("ce_type", catalogue.typeOf(event.getClass()));
        headers.put("ce_source", catalogue.sourceOf(topic));
        headers.put("ce_subject", subject.id());
        headers.put("ce_time", time.toString());
        headers.put("ce_partitionkey", partition.value());
        headers.put("ce_organisation", subject.organisation().value());
        headers.put("ce_sequence", Long.toString(sequence));
        if (epoch > 0) {
            headers.put("ce_epoch", Long.toString(epoch));
        }
        headers.put("ce_correlationid", cause.correlationId());
        headers.put("ce_actor", cause.actor());
        if (cause.causationId() != null) {
            headers.put("ce_causationid", cause.causationId());
        }
        headers.put("ce_traceparent", cause.traceparent());
        headers.put("content-type", "application/json");
        byte[] data = bytes(event);
        refuseTooLarge(headers, data);
        return OutboxEvent.of(
                id, topic, new OutgoingRecord(partition.value(), headers, data), time, settings.instance());
    }

    private byte[] bytes(Record event) {
        try {
            return catalogue.json().writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(event.getClass().getName() + " cannot be written as JSON", e);
        }
    }

    private void refuseTooLarge(Map<String, String> headers, byte[] data) {
        int bytes = data.length;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            bytes += header.getKey().length() + header.getValue().getBytes(StandardCharsets.UTF_8).length;
        }
        if (bytes > settings.maxEventBytes()) {
            throw new EventTooLargeException(
                    Objects.requireNonNull(headers.get("ce_type")), bytes, settings.maxEventBytes());
        }
    }
}
