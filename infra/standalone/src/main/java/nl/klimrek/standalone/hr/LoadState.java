package nl.klimrek.standalone.hr;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import nl.klimrek.standalone.hr.export.CannotLoadException;

/**
 * The number of rows loaded so far, in a temporary file, so that the next run of the same export continues there. The
 * file holds no content of the rows.
 */
final class LoadState {

    private final String batch;
    private final Path file;

    private LoadState(String batch, Path file) {
        this.batch = batch;
        this.file = file;
    }

    static LoadState of(Path export, String organisation, String source) {
        String batch = digest(export, organisation + "/" + source);
        return new LoadState(
                batch, Path.of(System.getProperty("java.io.tmpdir")).resolve("klimrek-hr-events-" + batch));
    }

    /** Id derived from the content of the export. */
    String batch() {
        return batch;
    }

    /** Rows that an interrupted earlier run loaded; 0 if there was none. */
    long rowsIn() {
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            return lines.size() == 1 && lines.get(0).matches("[0-9]{1,12}") ? Long.parseLong(lines.get(0)) : 0;
        } catch (IOException unreadable) {
            // Sending rows again is idempotent.
            return 0;
        }
    }

    void note(long rowsIn) {
        try {
            Files.writeString(file, Long.toString(rowsIn));
        } catch (IOException unwritable) {
            throw new CannotLoadException("Progress cannot be saved in " + file + ".");
        }
    }

    void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            throw new CannotLoadException(
                    "The progress file " + file + " cannot be deleted; delete it before the next run.");
        }
    }

    private static String digest(Path export, String of) {
        try (DigestInputStream bytes =
                new DigestInputStream(Files.newInputStream(export), MessageDigest.getInstance("SHA-256"))) {
            bytes.getMessageDigest().update(of.getBytes(StandardCharsets.UTF_8));
            bytes.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(bytes.getMessageDigest().digest()).substring(0, 32);
        } catch (IOException away) {
            throw new CannotLoadException("The file " + export + " cannot be read.");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
