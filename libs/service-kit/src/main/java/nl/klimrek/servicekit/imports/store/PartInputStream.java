package nl.klimrek.servicekit.imports.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.servicekit.imports.job.StoredFile;

/** Reads a stored file, one part in memory at a time. */
final class PartInputStream extends InputStream {

    private final ImportPartStore parts;
    private final Organisation organisation;
    private final StoredFile file;
    private final String name;
    private byte[] part = new byte[0];
    private int at;
    private int next;

    PartInputStream(ImportPartStore parts, Organisation organisation, StoredFile file) {
        this.parts = parts;
        this.organisation = organisation;
        this.file = file;
        this.name = Objects.requireNonNull(file.name(), "a deleted file");
    }

    @Override
    public int read() throws IOException {
        return more() ? part[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        int read = Math.min(count, part.length - at);
        System.arraycopy(part, at, into, from, read);
        at += read;
        return read;
    }

    private boolean more() throws IOException {
        while (at == part.length && next < file.parts()) {
            part = parts.get(organisation, name, next)
                    .orElseThrow(() -> new EOFException("a part of the file is missing"));
            at = 0;
            next++;
        }
        return at < part.length;
    }
}
