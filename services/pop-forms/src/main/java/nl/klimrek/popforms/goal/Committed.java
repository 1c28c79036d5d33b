package nl.klimrek.popforms.goal;

import nl.klimrek.contracts.Commitment;

/**
 * Words beside the commitment that stands for them on the bus. Deleting this value erases words and salt together.
 *
 * @param words what was typed
 * @param commitment salted hash of it
 */
public record Committed<W extends Words>(W words, Commitment commitment) {

    /** These words under a fresh salt. */
    public static <W extends Words> Committed<W> to(W words) {
        return new Committed<>(words, Commitment.to(words.canonical()));
    }

    /** What an event may carry. */
    String hash() {
        return commitment.hash();
    }

    int length() {
        return words.canonical().length();
    }
}
