package nl.klimrek.servicekit.imports.job;

import org.jspecify.annotations.Nullable;

/**
 * A file as it is stored.
 *
 * @param name first part of the names of its parts; null once the file is deleted
 * @param parts number of parts
 * @param bytes length
 * @param digest SHA-256 of the content
 */
public record StoredFile(@Nullable String name, int parts, long bytes, String digest) {

    /** The file after its deletion: length and digest stay. */
    StoredFile deleted() {
        return new StoredFile(null, 0, bytes, digest);
    }

    /** Whether the parts are still stored. */
    public boolean kept() {
        return name != null;
    }
}
