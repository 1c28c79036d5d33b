package nl.klimrek.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import nl.klimrek.contracts.ContractJson;
import nl.klimrek.contracts.Contracts;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A published event as it lies on its topic.
 *
 * @param headers CloudEvents attributes as Kafka headers
 * @param data JSON; empty for an erasure
 */
record Fact(String topic, Map<String, String> headers, String data) {

    static Fact of(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new TreeMap<>();
        record.headers().forEach(header -> headers.put(header.key(), text(header.value())));
        return new Fact(record.topic(), headers, text(record.value()));
    }

    String id() {
        return attribute("id");
    }

    String type() {
        return attribute("type");
    }

    String correlation() {
        return attribute("correlationid");
    }

    String organisation() {
        return attribute("organisation");
    }

    boolean is(Class<? extends Record> event) {
        return Contracts.typeOf(event).equals(type());
    }

    /** A field of the data as text; empty when it has none. */
    String text(String field) {
        return json().path(field).asText();
    }

    private JsonNode json() {
        try {
            return ContractJson.mapper().readTree(data);
        } catch (IOException e) {
            throw new Missing("An event on " + topic + " (" + id() + ") is no JSON.");
        }
    }

    private String attribute(String name) {
        return headers.getOrDefault("ce_" + name, "");
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
