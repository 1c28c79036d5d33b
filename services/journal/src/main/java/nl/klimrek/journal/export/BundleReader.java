package nl.klimrek.journal.export;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files of a bundle one after the other, with bounded memory. It never writes them anywhere: their names are only compared
 * with those that a bundle has.
 */
public final class BundleReader {

    private final BufferedInputStream in;
    private @Nullable Content open;

    /** Reads a bundle from its first byte. */
    public BundleReader(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** Whether the first 512 bytes of a file are those of a bundle. */
    public static boolean isBundle(byte[] begin) {
        return TarHeader.isTar(begin);
    }

    /**
     * Begins the next file, whose name must be this one.
     *
     * @throws BrokenBundleException when it is another one, or the bundle ends
     */
    public InputStream next(String name) throws IOException {
        byte[] header = block(name);
        if (TarHeader.isEnd(header)) {
            throw new BrokenBundleException(name, "this file is missing");
        }
        String found = TarHeader.name(header);
        if (!found.equals(name)) {
            throw new BrokenBundleException(name, "here is \"" + Printable.of(found) + "\" instead");
        }
        long size = TarHeader.size(header);
        if (size < 0 || !Arrays.equals(header, TarHeader.of(name, size))) {
            throw new BrokenBundleException(name, "its header is not as a bundle has it");
        }
        Content content = new Content(name, size);
        open = content;
        return content;
    }

    /**
     * The whole of the next file, whose name must be this one.
     *
     * @throws BrokenBundleException when it is another one, or larger than this
     */
    public byte[] read(String name, int max) throws IOException {
        byte[] bytes = next(name).readNBytes(max + 1);
        if (bytes.length > max) {
            throw new BrokenBundleException(name, "it is larger than any of its kind");
        }
        return bytes;
    }

    /** Requires the end. @throws BrokenBundleException when something follows, or the end is not as a bundle has it */
    public void end() throws IOException {
        boolean first = TarHeader.isEnd(block("the end"));
        boolean second = TarHeader.isEnd(block("the end"));
        if (!first || !second || in.read() >= 0) {
            throw new BrokenBundleException("the end", "something follows the last file");
        }
    }

    private byte[] block(String place) throws IOException {
        if (open != null) {
            open.finish();
            open = null;
        }
        byte[] block = in.readNBytes(TarHeader.BLOCK);
        if (block.length < TarHeader.BLOCK) {
            throw new BrokenBundleException(place, "the bundle ends before it");
        }
        return block;
    }

    /** The bytes of one file. */
    private final class Content extends InputStream {

        private final String name;
        private final long size;
        private long rest;

        Content(String name, long size) {
            this.name = name;
            this.size = size;
            this.rest = size;
        }

        @Override
        public int read() throws IOException {
            if (rest == 0) {
                return -1;
            }
            int next = in.read();
            if (next < 0) {
                throw cut();
            }
            rest--;
            return next;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            if (length == 0 || rest == 0) {
                return length == 0 ? 0 : -1;
            }
            int read = in.read(to, offset, (int) Math.min(length, rest));
            if (read < 0) {
                throw cut();
            }
            rest -= read;
            return read;
        }

        /** Requires that all of it was read, and that only zero bytes follow up to the next block. */
        private void finish() throws IOException {
            if (rest > 0) {
                throw new BrokenBundleException(name, "it is longer than it should be");
            }
            byte[] padding = in.readNBytes(TarHeader.padding(size));
            if (!Arrays.equals(padding, new byte[TarHeader.padding(size)])) {
                throw new BrokenBundleException(name, "something stands between it and the next file");
            }
        }

        private BrokenBundleException cut() {
            return new BrokenBundleException(name, "the bundle ends within it");
        }
    }

    /** A file of a bundle is not as it should be. */
    public static final class BrokenBundleException extends IOException {

        private static final long serialVersionUID = 1L;

        private final String file;

        public BrokenBundleException(String file, String sentence) {
            super(sentence);
            this.file = file;
        }

        /** Name of the file. */
        public String file() {
            return file;
        }
    }
}
