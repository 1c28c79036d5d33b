package nl.klimrek.standalone.demo.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import nl.klimrek.contracts.ContractJson;
import nl.klimrek.contracts.Contracts;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * An event as received from its topic.
 *
 * @param headers CloudEvents attributes as Kafka headers
 * @param data JSON; empty for a tombstone
 */
public record CollectedEvent(String topic, Map<String, String> headers, String data) {

    public static CollectedEvent of(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new TreeMap<>();
        record.headers().forEach(header -> headers.put(header.key(), text(header.value())));
        return new CollectedEvent(record.topic(), headers, text(record.value()));
    }

    public String id() {
        return attribute("id");
    }

    public String type() {
        return attribute("type");
    }

    public String correlation() {
        return attribute("correlationid");
    }

    public String organisation() {
        return attribute("organisation");
    }

    public boolean is(Class<? extends Record> type) {
        return Contracts.typeOf(type).equals(type());
    }

    /** A field of the data as text; empty if absent. */
    public String text(String field) {
        return json().path(field).asText();
    }

    private JsonNode json() {
        try {
            return ContractJson.mapper().readTree(data);
        } catch (IOException e) {
            throw new DemoFailure("An event on " + topic + " (" + id() + ") is no JSON.");
        }
    }

    private String attribute(String name) {
        return headers.getOrDefault("ce_" + name, "");
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
