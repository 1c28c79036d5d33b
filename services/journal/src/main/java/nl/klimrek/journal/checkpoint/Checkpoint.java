package nl.klimrek.journal.checkpoint;

import java.time.Instant;

/**
 * A signed statement of the position and hash of a chain's end.
 *
 * @param position number of entries
 * @param head hash of the last of them, in hex
 * @param algorithm signature algorithm
 * @param keyId id of the signing key
 * @param signature over organisation, position and head, base64
 * @param at time of signing; not covered by the signature
 */
public record Checkpoint(long position, String head, String algorithm, String keyId, String signature, Instant at) {}
