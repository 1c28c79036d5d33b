package nl.klimrek.journal.checkpoint;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import nl.klimrek.journal.note.TreeCheckpoint;
import org.jspecify.annotations.Nullable;

/**
 * A signed statement of the position and hash of a chain's end.
 *
 * @param position number of entries
 * @param head hash of the last of them, in hex
 * @param algorithm signature algorithm
 * @param keyId id of the signing key
 * @param signature over organisation, position and head, base64
 * @param at time of signing; not covered by the signature
 * @param note signed note of the tree's size and root (c2sp.org/tlog-checkpoint); null for a chain whose tree is not complete, and in
 *     checkpoints of former versions
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Checkpoint(
        long position,
        String head,
        String algorithm,
        String keyId,
        String signature,
        Instant at,
        @Nullable String note) {

    /** A checkpoint of the chain alone. */
    public Checkpoint(long position, String head, String algorithm, String keyId, String signature, Instant at) {
        this(position, head, algorithm, keyId, signature, at, null);
    }

    /** What the note says of the tree; empty without a note, or when it is not in the form of one. */
    public Optional<TreeCheckpoint> tree() {
        return Optional.ofNullable(note).flatMap(TreeCheckpoint::ofNote);
    }
}
