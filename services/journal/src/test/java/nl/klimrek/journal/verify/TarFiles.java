package nl.klimrek.journal.verify;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Takes tars apart and makes them, for tests, without the code of the product. */
final class TarFiles {

    private static final int BLOCK = 512;

    private TarFiles() {}

    /** The files of a tar, each with its header and padding. */
    static List<byte[]> split(byte[] tar) {
        List<byte[]> files = new ArrayList<>();
        int at = 0;
        while (tar[at] != 0) {
            int size = Integer.parseInt(new String(tar, at + 124, 11, StandardCharsets.US_ASCII), 8);
            int end = at + BLOCK + (size + BLOCK - 1) / BLOCK * BLOCK;
            files.add(Arrays.copyOfRange(tar, at, end));
            at = end;
        }
        return files;
    }

    static byte[] join(List<byte[]> files) {
        byte[] joined = joinWithoutEnd(files);
        return Arrays.copyOf(joined, joined.length + 2 * BLOCK);
    }

    static byte[] joinWithoutEnd(List<byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.forEach(out::writeBytes);
        return out.toByteArray();
    }

    /** A tar with one file. */
    static byte[] file(String name, byte[] content) {
        byte[] padded = Arrays.copyOf(content, (content.length + BLOCK - 1) / BLOCK * BLOCK);
        return join(List.of(header(name, content.length), padded));
    }

    /** A header as GNU tar writes it for such a file. */
    static byte[] header(String name, long size) {
        byte[] header = new byte[BLOCK];
        put(header, 0, name);
        put(header, 100, "0000644\u00000000000\u00000000000\u0000" + String.format(Locale.ROOT, "%011o", size));
        put(header, 136, "00000000000\u0000        0");
        put(header, 257, "ustar\u000000");
        int sum = 0;
        for (byte one : header) {
            sum += one & 0xff;
        }
        put(header, 148, String.format(Locale.ROOT, "%06o\u0000 ", sum));
        return header;
    }

    private static void put(byte[] to, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, to, at, bytes.length);
    }
}
