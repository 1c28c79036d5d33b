package nl.klimrek.eventing.outbox;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * An event as it waits in its aggregate's document. Its record, as it will be on the topic, is one block of bytes that is
 * never read anew before it is sent: the store need not take it apart at each write of the document, and who holds many
 * events holds nothing but their bytes.
 *
 * @param id CloudEvents id
 * @param topic topic to send to
 * @param time when it became a fact
 * @param writtenBy instance that wrote it
 * @param block its record, as {@link OutgoingRecord} writes it
 */
public record OutboxEvent(String id, String topic, Instant time, String writtenBy, byte[] block) {

    private static final String BLOCK = "record";
    /** The id, and what holds it all. */
    private static final int OVERHEAD_BYTES = 250;

    /** An event with this record. */
    public static OutboxEvent of(String id, String topic, OutgoingRecord record, Instant time, String writtenBy) {
        return new OutboxEvent(id, topic, time, writtenBy, record.bytes());
    }

    /** The record to send. */
    public OutgoingRecord record() {
        return OutgoingRecord.of(block);
    }

    /** Bytes it takes, near enough. */
    int size() {
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

    /** An event may wait since before there were blocks: then its key, headers and data are fields of their own. */
    private static OutgoingRecord legacyRecord(Document document) {
        Map<String, String> headers = new LinkedHashMap<>();
        document.get("headers", Document.class).forEach((name, value) -> headers.put(name, (String) value));
        return new OutgoingRecord(
                document.getString("key"),
                headers,
                document.get("data", Binary.class).getData());
    }
}
