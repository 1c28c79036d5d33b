package nl.klimrek.journal.export;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads lines as bytes, each with its newline. The last line of an incomplete text has none. */
public final class ExportLineReader {

    /** An event's data has at most 0.9 MB, of which JSON within JSON can make six times as much. */
    private static final int MAX_LENGTH = 16_000_000;

    private final InputStream in;

    /** Reads the lines of this text. */
    public ExportLineReader(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** The next line; empty at the end. A line beyond the maximum length is cut there and is invalid. */
    public Optional<byte[]> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1_024);
        while (line.size() < MAX_LENGTH) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            line.write(next);
            if (next == '\n') {
                break;
            }
        }
        return line.size() == 0 ? Optional.empty() : Optional.of(line.toByteArray());
    }
}
