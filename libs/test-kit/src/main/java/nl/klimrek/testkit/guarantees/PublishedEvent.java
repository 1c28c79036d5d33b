package nl.klimrek.testkit.guarantees;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * An event as anybody can read it from a topic.
 *
 * @param partition partition it is in
 * @param offset its place there
 * @param key record key
 * @param id CloudEvents id
 * @param stream source, aggregate and epoch in which the sequence counts
 * @param sequence from 1
 * @param correlation what ties it to the command that led to it
 */
public record PublishedEvent(
        int partition, long offset, String key, String id, String stream, long sequence, String correlation) {

    /**
     * Reads a record.
     *
     * @throws IllegalArgumentException when the record is not an event
     */
    public static PublishedEvent of(ConsumerRecord<byte[], byte[]> record) {
        return new PublishedEvent(
                record.partition(),
                record.offset(),
                new String(record.key(), StandardCharsets.UTF_8),
                header(record, "ce_id"),
                header(record, "ce_source") + "#" + header(record, "ce_organisation") + "/"
                        + header(record, "ce_subject") + epoch(record),
                Long.parseLong(header(record, "ce_sequence")),
                header(record, "ce_correlationid"));
    }

    /** Begins with this character in a stream of a later epoch, which goes on with the numbers of a restored backup. */
    static final String EPOCH = "@";

    private static String epoch(ConsumerRecord<byte[], byte[]> record) {
        return record.headers().lastHeader("ce_epoch") == null ? "" : EPOCH + header(record, "ce_epoch");
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        if (header == null) {
            throw new IllegalArgumentException(
                    "a record without " + name + " at offset " + record.offset() + " of " + record.topic());
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
