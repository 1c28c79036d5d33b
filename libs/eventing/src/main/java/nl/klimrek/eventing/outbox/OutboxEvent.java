package nl.klimrek.eventing.outbox;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * A pending event in its aggregate's document. The record is one block of bytes, so that the store does not parse
 * it at each write.
 *
 * @param id CloudEvents id
 * @param topic topic to send to
 * @param time when the event occurred
 * @param writtenBy instance that wrote it
 * @param block the record, encoded by {@link OutgoingRecord}
 */
public record OutboxEvent(String id, String topic, Instant time, String writtenBy, byte[] block) {

    private static final String BLOCK = "record";
    /** Estimate for the id and the objects. */
    private static final int OVERHEAD_BYTES = 250;

    public static OutboxEvent of(String id, String topic, OutgoingRecord record, Instant time, String writtenBy) {
        return new OutboxEvent(id, topic, time, writtenBy, record.bytes());
    }

    public OutgoingRecord record() {
        return OutgoingRecord.of(block);
    }

    /** Approximate size in bytes. */
    public int size() {
        return block.length + OVERHEAD_BYTES;
    }

    Document document() {
        return new Document("id", id)
                .append("topic", topic)
                .append("time", Date.from(time))
                .append("by", writtenBy)
                .append(BLOCK, new Binary(block));
    }

    static OutboxEvent of(Document document) {
        Binary block = document.get(BLOCK, Binary.class);
        return new OutboxEvent(
                document.getString("id"),
                document.getString("topic"),
                document.getDate("time").toInstant(),
                document.getString("by"),
                block == null ? legacyRecord(document).bytes() : block.getData());
    }

    /** Reads an entry of the format before blocks: key, headers and data as separate fields. */
    private static OutgoingRecord legacyRecord(Document document) {
        Map<String, String> headers = new LinkedHashMap<>();
        document.get("headers", Document.class).forEach((name, value) -> headers.put(name, (String) value));
        return new OutgoingRecord(
                document.getString("key"),
                headers,
                document.get("data", Binary.class).getData());
    }
}
