package nl.klimrek.embedded.store.index;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * Keys of an {@link OrderedIndex}: bytes whose unsigned order is that of the values, moments in milliseconds and numbers as
 * {@code double} say. What is none of text, number or moment stands together, before all of them.
 */
public final class OrderedKey {

    private static final byte OTHER = 1;
    private static final byte NUMBER = 2;
    private static final byte TEXT = 3;
    private static final byte MOMENT = 4;
    private static final byte END_OF_TEXT = 0;
    /** Greater than whatever can follow in a key: the kind of a value, or the beginning of a position. */
    private static final byte AFTER_ALL = (byte) 0xff;

    private OrderedKey() {}

    /** Whether documents can be found by this value. */
    public static boolean ordered(Object value) {
        return bounded(value) || value instanceof String text && text.indexOf(END_OF_TEXT) < 0;
    }

    /** Whether documents can be found by their value being above or below this one. */
    public static boolean bounded(Object value) {
        return value instanceof Number || value instanceof Instant;
    }

    /** The key of a document at a position. */
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

    /** The beginning of every key that goes on with this value. */
    public static byte[] and(byte[] beginning, Object value) {
        ByteArrayOutputStream key = new ByteArrayOutputStream();
        key.writeBytes(beginning);
        key.write(kind(value));
        if (value instanceof Number number) {
            // Negative numbers are in the order of their bits inverted, all others follow them; there is one zero.
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

    /** The beginning of every key that goes on with a value of the same kind. */
    public static byte[] andAnyLike(byte[] beginning, Object value) {
        return ByteBuffer.allocate(beginning.length + 1)
                .put(beginning)
                .put(kind(value))
                .array();
    }

    /** What comes after every key that begins so. */
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
