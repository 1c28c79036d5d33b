package nl.klimrek.servicekit.imports.store;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.servicekit.imports.job.StoredFile;
import nl.klimrek.servicekit.problem.RequestRefusedException;
import nl.klimrek.servicekit.tabular.file.FileContent;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Stores files in parts as they come in, so that no file is in memory as a whole. */
public final class ImportFileStore {

    private static final int PART = 256 * 1024;

    private final ImportPartStore parts;
    private final long maxBytes;

    /** @param maxBytes largest file */
    public ImportFileStore(ImportPartStore parts, long maxBytes) {
        this.parts = parts;
        this.maxBytes = maxBytes;
    }

    /**
     * Stores a file under a name. Of a file that is too large or breaks off, nothing is kept.
     *
     * @throws RequestRefusedException 413 {@code file-too-large}
     */
    public StoredFile store(Organisation organisation, String name, InputStream content) throws IOException {
        int stored = 0;
        boolean whole = false;
        try (DigestInputStream bytes = new DigestInputStream(content, sha256())) {
            long length = 0;
            byte[] part = new byte[PART];
            for (int read = bytes.readNBytes(part, 0, PART); read > 0; read = bytes.readNBytes(part, 0, PART)) {
                length += read;
                check(length);
                parts.put(organisation, name, stored++, part, read);
            }
            whole = true;
            return new StoredFile(
                    name,
                    stored,
                    length,
                    HexFormat.of().formatHex(bytes.getMessageDigest().digest()));
        } finally {
            if (!whole) {
                parts.delete(organisation, name, stored);
            }
        }
    }

    /** The digest of a file. */
    public String digest(InputStream content) throws IOException {
        try (DigestInputStream bytes = new DigestInputStream(content, sha256())) {
            byte[] buffer = new byte[PART];
            long length = 0;
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                length += read;
                check(length);
            }
            return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
        }
    }

    public FileContent content(Organisation organisation, StoredFile file) {
        return () -> new PartInputStream(parts, organisation, file);
    }

    /** Deletes the parts of a file; does nothing without one. */
    public void delete(Organisation organisation, @Nullable StoredFile file) {
        if (file != null && file.name() != null) {
            parts.delete(organisation, file.name(), file.parts());
        }
    }

    private void check(long length) {
        if (length > maxBytes) {
            throw new RequestRefusedException(
                    HttpStatus.PAYLOAD_TOO_LARGE, "file-too-large", Map.of("mostBytes", maxBytes));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
