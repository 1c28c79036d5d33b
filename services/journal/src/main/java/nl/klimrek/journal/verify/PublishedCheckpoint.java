package nl.klimrek.journal.verify;

/**
 * A checkpoint that was published while the chain grew, from outside the export.
 *
 * @param position number of entries
 * @param head hash of the last of them
 * @param keyId id of the signing key
 * @param signature over organisation, position and head, base64
 */
record PublishedCheckpoint(long position, String head, String keyId, String signature) {}
