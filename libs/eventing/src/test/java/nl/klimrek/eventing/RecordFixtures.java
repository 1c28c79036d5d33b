package nl.klimrek.eventing;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** RecordFixtures as they come from a topic: a good one, and ways to spoil it. */
public record RecordFixtures(String key, Map<String, String> headers, byte[] value) {

    /** An event of the counter service. */
    public static RecordFixtures good(String subject, long sequence) {
        Map<String, String> headers = new TreeMap<>(Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                "id-" + subject + sequence,
                "ce_type",
                CounterCatalogue.TYPE,
                "ce_source",
                "/counters",
                "ce_subject",
                subject,
                "ce_time",
                "2026-11-01T08:00:00Z",
                "content-type",
                "application/json"));
        headers.putAll(Map.of(
                "ce_partitionkey",
                "acme/" + subject,
                "ce_organisation",
                "acme",
                "ce_sequence",
                "" + sequence,
                "ce_correlationid",
                "c",
                "ce_actor",
                "anna",
                "ce_causationid",
                "before",
                "ce_traceparent",
                "trace"));
        return new RecordFixtures(
                "acme/" + subject, headers, bytes("{\"counter\":\"" + subject + "\",\"to\":" + sequence + "}"));
    }

    public RecordFixtures with(String header, String text) {
        Map<String, String> changed = new TreeMap<>(headers);
        changed.put(header, text);
        return new RecordFixtures(key, changed, value);
    }

    public RecordFixtures without(String header) {
        Map<String, String> changed = new TreeMap<>(headers);
        changed.remove(header);
        return new RecordFixtures(key, changed, value);
    }

    public RecordFixtures withKey(String other) {
        return new RecordFixtures(other, headers, value);
    }

    public RecordFixtures withValue(byte[] other) {
        return new RecordFixtures(key, headers, other);
    }

    public ConsumerRecord<byte[], byte[]> at(long offset) {
        return new ConsumerRecord<>(
                CounterCatalogue.TOPIC,
                0,
                offset,
                0,
                TimestampType.CREATE_TIME,
                -1,
                -1,
                bytes(key),
                value,
                kafkaHeaders(),
                Optional.empty());
    }

    public RecordHeaders kafkaHeaders() {
        RecordHeaders all = new RecordHeaders();
        headers.forEach((name, text) -> all.add(name, bytes(text)));
        return all;
    }

    public static byte[] bytes(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}
