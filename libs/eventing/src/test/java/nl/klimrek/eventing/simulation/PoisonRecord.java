package nl.klimrek.eventing.simulation;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import nl.klimrek.eventing.CounterCatalogue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Records that are not events of this topic. */
enum PoisonRecord {
    NO_HEADERS("simulated/n1", Map.of(), "junk"),
    NO_KEY(null, Map.of(), "{}"),
    EMPTIED_UNDER_NO_KEY(null, Map.of(), null),
    EMPTIED_UNDER_A_STRANGE_KEY("no key of ours", Map.of(), null),
    ATTRIBUTES_MISSING(
            "simulated/n1",
            Map.of("ce_specversion", "1.0", "ce_id", "x", "ce_type", CounterCatalogue.TYPE, "ce_source", "/counters"),
            "{}");

    private final String key;
    private final Map<String, String> headers;
    private final String value;

    PoisonRecord(String key, Map<String, String> headers, String value) {
        this.key = key;
        this.headers = headers;
        this.value = value;
    }

    ConsumerRecord<byte[], byte[]> record(int partition, long offset) {
        RecordHeaders all = new RecordHeaders();
        headers.forEach((name, text) -> all.add(name, bytes(text)));
        return new ConsumerRecord<>(
                CounterCatalogue.TOPIC,
                partition,
                offset,
                0,
                TimestampType.CREATE_TIME,
                -1,
                -1,
                bytes(key),
                bytes(value),
                all,
                Optional.empty());
    }

    private static byte[] bytes(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}
