package nl.klimrek.learningbudgets.account;

import nl.klimrek.contracts.Commitment;

/**
 * What a person typed, kept here and nowhere else; only the commitment's hash travels.
 *
 * @param text as it was typed
 * @param commitment by which it can be proven later, and which goes when the text goes
 */
public record Words(String text, Commitment commitment) {

    public static Words of(String text) {
        return new Words(text, Commitment.to(text));
    }

    String hash() {
        return commitment.hash();
    }

    /** Never the text: a record's own form could end in a log line. */
    @Override
    public String toString() {
        return "Words[" + hash() + "]";
    }
}
