package nl.klimrek.eventing.inbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Bytes as they are, unless they are more than any record may have. A broker bounds what is sent compressed, and a
 * thousand times more can come out of it: of that, only the size is kept, as a header, and so what a poll holds is bounded
 * by its number of records.
 */
public final class BoundedBytesDeserializer implements Deserializer<byte[]> {

    /** Bytes of key, value and headers together; what Klimrek itself writes is at most 900,000. */
    public static final int MAX_BYTES = 1_000_000;

    private static final long DEAD_LETTER_HEADER_BYTES = 4_000;

    static final String OVERSIZE = "klimrek-oversize";

    @Override
    public byte[] deserialize(String topic, byte[] data) {
        return data == null || data.length <= MAX_BYTES ? data : null;
    }

    @Override
    public byte[] deserialize(String topic, Headers headers, byte[] data) {
        return deserialize(topic, headers, data == null ? null : ByteBuffer.wrap(data));
    }

    @Override
    public byte[] deserialize(String topic, Headers headers, ByteBuffer data) {
        if (data == null) {
            return null;
        }
        if (data.remaining() > MAX_BYTES) {
            headers.add(OVERSIZE, Integer.toString(data.remaining()).getBytes(StandardCharsets.UTF_8));
            return null;
        }
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        return bytes;
    }

    /**
     * What a record has in bytes; more than any may have when some of it was left out. What parking adds does not count,
     * so that a record that fitted fits when it is parked and given again.
     */
    static long size(ConsumerRecord<?, ?> record) {
        long size = length(record.key()) + length(record.value());
        long added = 0;
        for (Header header : record.headers()) {
            long bytes = header.key().length() + length(header.value());
            if (header.key().equals(OVERSIZE)) {
                return MAX_BYTES + 1L;
            } else if (header.key().startsWith("kafka_dlt-") || header.key().startsWith("klimrek-")) {
                added += bytes;
            } else {
                size += bytes;
            }
        }
        return size + Math.max(0, added - DEAD_LETTER_HEADER_BYTES);
    }

    /** Fails for a record larger than any may be. */
    static void requireBounded(ConsumerRecord<?, ?> record) {
        if (size(record) > MAX_BYTES) {
            throw new MalformedEventException("too-large");
        }
    }

    private static long length(Object bytes) {
        return bytes instanceof byte[] some ? some.length : 0;
    }
}
