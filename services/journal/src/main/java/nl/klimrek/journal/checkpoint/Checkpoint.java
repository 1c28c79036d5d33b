package nl.klimrek.journal.checkpoint;

import java.time.Instant;

/**
 * A signed statement of where a chain ended.
 *
 * @param position number of entries
 * @param head hash of the last of them, in hex
 * @param algorithm signature algorithm
 * @param keyId id of the key that signed
 * @param signature over organisation, position and head, base64
 * @param at when it was made; not signed
 */
public record Checkpoint(long position, String head, String algorithm, String keyId, String signature, Instant at) {}
