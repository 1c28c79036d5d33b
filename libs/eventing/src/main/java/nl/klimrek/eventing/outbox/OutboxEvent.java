package nl.klimrek.eventing.outbox;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;

import org.bson.Document;
import org.bson.types.Binary;

/**
 * An event as it waits in its aggregate's document: bytes and headers as they will be on the topic, never read anew.
 *
 * @param id CloudEvents id
 * @param topic topic to send to
 * @param key record key
 * @param headers record headers
 * @param data record value
 * @param time when it became a fact
 * @param writtenBy instance that wrote it
 */
public record OutboxEvent(
        String id, String topic, String key, Map<String, String> headers, byte[] data, Instant time, String writtenBy) {

    Document document() {
        return new Document("id", id)
                .append("topic", topic)
                .append("key", key)
                .append("headers", new Document(headers))
                .append("data", new Binary(data))
                .append("time", Date.from(time))
                .append("by", writtenBy);
    }

    static OutboxEvent of(Document document) {
        Map<String, String> headers = new LinkedHashMap<>();
        document.get("headers", Document.class).forEach((name, value) -> headers.put(name, (String) value));
        return new OutboxEvent(
                document.getString("id"),
                document.getString("topic"),
                document.getString("key"),
                headers,
                document.get("data", Binary.class).getData(),
                document.getDate("time").toInstant(),
                document.getString("by"));
    }
}
