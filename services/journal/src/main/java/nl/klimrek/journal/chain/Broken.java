package nl.klimrek.journal.chain;

/**
 * Where a chain is broken first.
 *
 * @param position the entry's place, from 1
 * @param reason what is wrong there
 */
public record Broken(long position, Reason reason) {

    /** What can be wrong. */
    public enum Reason {
        /** There should be an entry here and there is none. */
        MISSING,
        /** The entry here says it is at another place. */
        OUT_OF_PLACE,
        /** The data is not what was journalled. */
        CONTENT_CHANGED,
        /** The entry's hash does not follow from the entry before it and its own fields. */
        HASH_DIFFERS,
        /** The last entry is not the one that the head names. */
        HEAD_DIFFERS,
        /** There is an entry after the head. */
        AFTER_HEAD,
        /** A signed checkpoint names another entry here. */
        CHECKPOINT_DIFFERS,
        /** A checkpoint's signature is not valid. */
        SIGNATURE_INVALID,
        /** The checkpoint is not signed by the key that was expected. */
        KEY_DIFFERS,
        /** This is not the text that the journal writes for any entry. */
        NOT_CANONICAL
    }
}
