package nl.klimrek.journal.chain;

/**
 * Where a chain is broken first.
 *
 * @param position the entry's place, from 1
 * @param reason what is wrong there
 */
public record ChainFault(long position, Reason reason) {

    /** What can be wrong. */
    public enum Reason {
        /** There should be an entry here and there is none. */
        MISSING("there should be an entry here"),
        /** The entry here says it is at another place. */
        OUT_OF_PLACE("the entry here belongs elsewhere"),
        /** The data is not what was journalled. */
        CONTENT_CHANGED("the data is not what was journalled"),
        /** The entry's hash does not follow from the entry before it and its own fields. */
        HASH_DIFFERS("the hash does not follow from this entry and the one before it"),
        /** The last entry is not the one that the head names. */
        HEAD_DIFFERS("the head names another entry"),
        /** There is an entry after the head. */
        AFTER_HEAD("something follows the end"),
        /** A signed checkpoint names another entry here. */
        CHECKPOINT_DIFFERS("a checkpoint that was signed names another entry here"),
        /** A checkpoint's signature is not valid. */
        SIGNATURE_INVALID("the signature of the checkpoint is not valid"),
        /** The checkpoint is not signed by the key that was expected. */
        KEY_DIFFERS("the checkpoint is signed by another key than expected"),
        /** This is not the text that the journal writes for any entry. */
        NOT_CANONICAL("this is not as the journal writes it");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        /** For people, in English. */
        public String sentence() {
            return sentence;
        }
    }
}
