package nl.klimrek.servicekit.tabular.file;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.mozilla.universalchardet.UniversalDetector;

/** Evidence about a text's encoding, gathered in one pass with bounded memory. */
public final class EncodingScan {

    private static final int HEAD = 4096;

    private final byte[] head = new byte[HEAD];
    private final Utf8Scan utf8 = new Utf8Scan();
    private final UniversalDetector detector = new UniversalDetector();
    private long length;
    private long zeros;

    public void accept(byte[] bytes, int from, int count) {
        for (int i = from; i < from + count; i++) {
            if (length < HEAD) {
                head[(int) length] = bytes[i];
            }
            length++;
            zeros += bytes[i] == 0 ? 1 : 0;
            utf8.accept(bytes[i] & 0xFF);
        }
        if (!detector.isDone()) {
            detector.handleData(bytes, from, count);
        }
    }

    public EncodingScan finish() {
        utf8.finish();
        detector.dataEnd();
        return this;
    }

    public boolean empty() {
        return length == 0;
    }

    boolean hasZeros() {
        return zeros > 0;
    }

    Utf8Scan utf8() {
        return utf8;
    }

    /** The detector's result; empty when it found none, or one that this Java does not know. */
    Optional<Charset> detected() {
        return Optional.ofNullable(detector.getDetectedCharset())
                .filter(Charset::isSupported)
                .map(Charset::forName);
    }

    /** The encoding of the byte-order mark at the beginning; empty without one. */
    Optional<Charset> mark() {
        if (begins(0xEF, 0xBB, 0xBF)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (begins(0xFF, 0xFE, 0, 0) || begins(0, 0, 0xFE, 0xFF)) {
            return Optional.of(Charset.forName(begins(0xFF) ? "UTF-32LE" : "UTF-32BE"));
        }
        return begins(0xFF, 0xFE)
                ? Optional.of(StandardCharsets.UTF_16LE)
                : begins(0xFE, 0xFF) ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    /** UTF-16 without a mark: of Latin text every second byte is zero. */
    Optional<Charset> unmarkedUtf16() {
        int all = (int) Math.min(length, HEAD) / 2 * 2;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < all; i++) {
            if (head[i] == 0) {
                even += i % 2 == 0 ? 1 : 0;
                odd += i % 2;
            }
        }
        int most = all / 2;
        if (length % 2 != 0 || all < 4) {
            return Optional.empty();
        }
        return even == 0 && odd * 10 >= most * 8
                ? Optional.of(StandardCharsets.UTF_16LE)
                : odd == 0 && even * 10 >= most * 8 ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    public boolean begins(int... bytes) {
        return length >= bytes.length && Arrays.equals(head, 0, bytes.length, asBytes(bytes), 0, bytes.length);
    }

    private static byte[] asBytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
