package nl.klimrek.journal.export;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * The header of a file in a tar (POSIX ustar). A name and a size have exactly one header here, so that no byte of it can be
 * changed unseen.
 */
final class TarHeader {

    static final int BLOCK = 512;

    private static final int NAME = 100;
    private static final int MODE = 100;
    private static final int OWNER = 108;
    private static final int GROUP = 116;
    private static final int SIZE = 124;
    private static final int TIME = 136;
    private static final int CHECKSUM = 148;
    private static final int TYPE = 156;
    private static final int MAGIC = 257;
    private static final int SIZE_DIGITS = 11;

    private TarHeader() {}

    /** The header of a file with this name, of ASCII characters, and size. */
    static byte[] of(String name, long size) {
        byte[] header = new byte[BLOCK];
        put(header, 0, name);
        put(header, MODE, "0000644");
        put(header, OWNER, "0000000");
        put(header, GROUP, "0000000");
        put(header, SIZE, String.format(Locale.ROOT, "%011o", size));
        put(header, TIME, "00000000000");
        put(header, CHECKSUM, "        ");
        put(header, TYPE, "0");
        put(header, MAGIC, "ustar\u000000");
        int sum = 0;
        for (byte one : header) {
            sum += one & 0xff;
        }
        put(header, CHECKSUM, String.format(Locale.ROOT, "%06o\u0000 ", sum));
        return header;
    }

    /** Whether the begin of a file is a header. */
    static boolean isTar(byte[] begin) {
        return begin.length == BLOCK && new String(begin, MAGIC, 5, StandardCharsets.ISO_8859_1).equals("ustar");
    }

    /** Whether this block ends a tar. */
    static boolean isEnd(byte[] block) {
        return Arrays.equals(block, new byte[BLOCK]);
    }

    /** The name, as it stands there. */
    static String name(byte[] header) {
        int end = 0;
        while (end < NAME && header[end] != 0) {
            end++;
        }
        return new String(header, 0, end, StandardCharsets.ISO_8859_1);
    }

    /** The size; -1 when it is no number. */
    static long size(byte[] header) {
        String digits = new String(header, SIZE, SIZE_DIGITS, StandardCharsets.ISO_8859_1);
        return digits.matches("[0-7]{" + SIZE_DIGITS + "}") ? Long.parseLong(digits, 8) : -1;
    }

    /** Number of zero bytes after a file of this size. */
    static int padding(long size) {
        return (int) ((BLOCK - size % BLOCK) % BLOCK);
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        if (at == 0 && bytes.length > NAME) {
            throw new IllegalArgumentException("the name of a file in a bundle has at most 100 bytes");
        }
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
