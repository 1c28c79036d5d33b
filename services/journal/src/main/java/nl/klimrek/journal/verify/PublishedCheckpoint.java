package nl.klimrek.journal.verify;

/**
 * A checkpoint from outside the export: what was signed and published while the chain grew.
 *
 * @param position number of entries
 * @param head hash of the last of them
 * @param keyId id of the key that signed
 * @param signature over organisation, position and head, base64
 */
record PublishedCheckpoint(long position, String head, String keyId, String signature) {}
