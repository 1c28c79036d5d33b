package nl.klimrek.eventing.cloudevent;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps byte arrays up to a maximum size. The broker bounds the compressed size, and a thousand times more can come
 * out of it. Of a larger record only the size is kept, as a header, so the number of records bounds the memory of a
 * poll.
 */
public final class BoundedBytesDeserializer implements Deserializer<byte[]> {

    /** Maximum size of key, value and headers together; Klimrek writes at most 900,000. */
    public static final int MAX_BYTES = 1_000_000;

    private static final long DEAD_LETTER_HEADER_BYTES = 4_000;

    /** Header with the size of a value that was dropped. */
    public static final String OVERSIZE = "klimrek-oversize";

    @Override
    public byte @Nullable [] deserialize(String topic, byte @Nullable [] data) {
        return data == null || data.length <= MAX_BYTES ? data : null;
    }

    @Override
    public byte @Nullable [] deserialize(String topic, Headers headers, byte @Nullable [] data) {
        return deserialize(topic, headers, data == null ? null : ByteBuffer.wrap(data));
    }

    @Override
    public byte @Nullable [] deserialize(String topic, Headers headers, @Nullable ByteBuffer data) {
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
     * Size of a record in bytes; above the maximum if its value was dropped. Headers added by parking do not count,
     * so that a record that fitted still fits when it is parked and replayed.
     */
    public static long size(ConsumerRecord<?, ?> record) {
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

    /** Throws {@code too-large} for a record above the maximum. */
    public static void requireBounded(ConsumerRecord<?, ?> record) {
        if (size(record) > MAX_BYTES) {
            throw new MalformedEventException("too-large");
        }
    }

    private static long length(@Nullable Object bytes) {
        return bytes instanceof byte[] some ? some.length : 0;
    }
}
