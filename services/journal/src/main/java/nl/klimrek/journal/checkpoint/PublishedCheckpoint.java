package nl.klimrek.journal.checkpoint;

/**
 * A checkpoint on the topic, outside the journal's own database.
 *
 * @param position number of entries
 * @param head hash of the last of them
 * @param keyId id of the signing key
 * @param signature over organisation, position and head, base64
 */
public record PublishedCheckpoint(long position, String head, String keyId, String signature) {}
