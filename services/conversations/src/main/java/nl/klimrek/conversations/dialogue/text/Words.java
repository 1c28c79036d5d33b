package nl.klimrek.conversations.dialogue.text;

import nl.klimrek.contracts.Commitment;

/**
 * What a person typed, with the commitment that stands for it outside. Deleting both erases the words, while the journal
 * still verifies.
 *
 * @param text as typed, without outer white space
 * @param commitment salted hash of the text
 */
public record Words(String text, Commitment commitment) {

    /** These words under a fresh salt. */
    public static Words of(String text) {
        String kept = text.strip();
        return new Words(kept, Commitment.to(kept));
    }

    /** What may leave: the hash. */
    public String hash() {
        return commitment.hash();
    }

    @Override
    public String toString() {
        return "Words[" + commitment.hash() + "]";
    }
}
