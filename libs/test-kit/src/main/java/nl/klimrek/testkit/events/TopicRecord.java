package nl.klimrek.testkit.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import nl.klimrek.contracts.ContractJson;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A record of a topic, with its CloudEvents attributes by name. */
public record TopicRecord(ConsumerRecord<byte[], byte[]> raw) {

    public String topic() {
        return raw.topic();
    }

    public String key() {
        return text(raw.key());
    }

    public String type() {
        return required("type");
    }

    /** The type without {@code nl.klimrek.<service>.} and version, such as {@code goal-set}. */
    public String shortType() {
        return type().replaceAll("^nl\\.klimrek\\.[a-z-]+\\.|\\.v[0-9]+$", "");
    }

    public String subject() {
        return required("subject");
    }

    public String organisation() {
        return required("organisation");
    }

    public long sequence() {
        return Long.parseLong(required("sequence"));
    }

    private String required(String name) {
        return Objects.requireNonNull(attribute(name), name);
    }

    /** A CloudEvents attribute; null when the record does not carry it. */
    public @Nullable String attribute(String name) {
        return header("ce_" + name);
    }

    /** A header; null when the record does not carry it. */
    public @Nullable String header(String name) {
        Header header = raw.headers().lastHeader(name);
        return header == null ? null : text(header.value());
    }

    public boolean isTombstone() {
        return raw.value() == null;
    }

    /** The data as text; empty for a tombstone. */
    public String data() {
        return isTombstone() ? "" : text(raw.value());
    }

    public JsonNode json() {
        return as(JsonNode.class);
    }

    /** The data as this record or other type. */
    public <T> T as(Class<T> type) {
        try {
            return ContractJson.mapper().readValue(raw.value(), type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("unreadable data of " + type(), unreadable);
        }
    }

    /** Key, headers and data as one text, to look for what must not be in it. */
    public String everything() {
        return StreamSupport.stream(raw.headers().spliterator(), false)
                .map(header -> header.key() + "=" + text(header.value()))
                .collect(Collectors.joining("\n", key() + "\n", "\n" + data()));
    }

    ProducerRecord<byte[], byte[]> toRecord() {
        return new ProducerRecord<>(raw.topic(), raw.partition(), raw.key(), raw.value(), raw.headers());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
