package nl.klimrek.embedded.store.index;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Encodes keys of an {@link OrderedIndex} as bytes whose unsigned order is the order of the values. Instants have
 * milliseconds, numbers are doubles. Values of other types share one key before all others.
 */
public final class OrderedKey {

    private static final byte OTHER = 1;
    private static final byte NUMBER = 2;
    private static final byte TEXT = 3;
    private static final byte MOMENT = 4;
    private static final byte END_OF_TEXT = 0;
    /** Greater than every byte that can follow in a key. */
    private static final byte AFTER_ALL = (byte) 0xff;

    private OrderedKey() {}

    /** Whether the index can look up this value. */
    public static boolean ordered(@Nullable Object value) {
        return bounded(value) || value instanceof String text && text.indexOf(END_OF_TEXT) < 0;
    }

    /** Whether this value can be a bound. */
    public static boolean bounded(@Nullable Object value) {
        return value instanceof Number || value instanceof Instant;
    }

    /** The key of a document at a position in the collection. */
    public static ByteBuffer of(List<Object> values, long position) {
        byte[] key = {};
        for (Object value : values) {
            key = and(key, value);
        }
        return ByteBuffer.allocate(key.length + Long.BYTES)
                .put(key)
                .putLong(position)
                .flip();
    }

    /** The prefix extended by this value. */
    public static byte[] and(byte[] beginning, Object value) {
        ByteArrayOutputStream key = new ByteArrayOutputStream();
        key.writeBytes(beginning);
        key.write(kind(value));
        if (value instanceof Number number) {
            // Negative numbers sort by their inverted bits, before the others; -0.0 equals 0.0.
            long bits = Double.doubleToLongBits(number.doubleValue() + 0.0);
            key.writeBytes(bytes(bits < 0 ? ~bits : bits ^ Long.MIN_VALUE));
        } else if (value instanceof Instant moment) {
            key.writeBytes(bytes(moment.toEpochMilli() ^ Long.MIN_VALUE));
        } else if (ordered(value)) {
            key.writeBytes(((String) value).getBytes(StandardCharsets.UTF_8));
            key.write(END_OF_TEXT);
        }
        return key.toByteArray();
    }

    /** The prefix extended by the type of this value. */
    public static byte[] andAnyLike(byte[] beginning, Object value) {
        return ByteBuffer.allocate(beginning.length + 1)
                .put(beginning)
                .put(kind(value))
                .array();
    }

    /** The smallest key after all keys with this prefix. */
    public static byte[] after(byte[] beginning) {
        return ByteBuffer.allocate(beginning.length + 1)
                .put(beginning)
                .put(AFTER_ALL)
                .array();
    }

    private static byte kind(Object value) {
        if (!ordered(value)) {
            return OTHER;
        }
        return value instanceof Number ? NUMBER : value instanceof Instant ? MOMENT : TEXT;
    }

    private static byte[] bytes(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }
}
