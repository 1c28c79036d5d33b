package nl.klimrek.journal.chain;

/**
 * The first fault of a chain.
 *
 * @param position position of the entry, from 1
 * @param reason kind of fault
 */
public record ChainFault(long position, Reason reason) {

    /** The kinds of faults. */
    public enum Reason {
        /** The entry is missing. */
        MISSING("there should be an entry here"),
        /** The entry states another position. */
        OUT_OF_PLACE("the entry here belongs elsewhere"),
        /** The data does not match its digest. */
        CONTENT_CHANGED("the data is not what was journalled"),
        /** The hash does not match the entry and the hash before it. */
        HASH_DIFFERS("the hash does not follow from this entry and the one before it"),
        /** The head names another entry as the last. */
        HEAD_DIFFERS("the head names another entry"),
        /** An entry follows the head. */
        AFTER_HEAD("something follows the end"),
        /** A signed checkpoint names another entry at this position. */
        CHECKPOINT_DIFFERS("a checkpoint that was signed names another entry here"),
        /** A checkpoint's signature is not valid. */
        SIGNATURE_INVALID("the signature of the checkpoint is not valid"),
        /** The checkpoint is signed by another key than the expected one. */
        KEY_DIFFERS("the checkpoint is signed by another key than expected"),
        /** An entry says that the chain was resumed after a restore, and is not valid itself. */
        RESUME_INVALID("the entry that resumes the chain after a restore is not valid"),
        /** The tree does not have the entries of the chain. */
        TREE_DIFFERS("the Merkle tree has another entry here"),
        /** The text is not in the form that the journal writes. */
        NOT_CANONICAL("this is not as the journal writes it");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        /** The fault as an English sentence. */
        public String sentence() {
            return sentence;
        }
    }
}
