package nl.klimrek.journal.proof;

import java.nio.file.Path;
import nl.klimrek.journal.export.PolicyFile;
import nl.klimrek.journal.note.ConsistencyProof;
import nl.klimrek.journal.note.TlogProof;

/** Reads a checkpoint that somebody kept: as a file of its own, or at the end of a proof. */
public final class EarlierCheckpoint {

    /** More than the largest entry makes as base64. */
    private static final long MAX_BYTES = 32_000_000;

    private EarlierCheckpoint() {}

    /** The signed note in this file; empty text when the file looks like a proof and is none. */
    public static String read(Path file) {
        String text = text(file);
        if (TlogProof.isProof(text)) {
            return TlogProof.parse(text).map(TlogProof::checkpoint).orElse("");
        }
        return ConsistencyProof.isProof(text)
                ? ConsistencyProof.parse(text).map(ConsistencyProof::checkpoint).orElse("")
                : text;
    }

    /** The text of a file that may be a proof. */
    static String text(Path file) {
        return PolicyFile.text(file, MAX_BYTES);
    }
}
