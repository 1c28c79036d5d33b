package nl.klimrek.popforms.text;

import com.fasterxml.jackson.annotation.JsonProperty;
import nl.klimrek.contracts.Commitment;

/**
 * A typed text with the commitment that stands for it in events. Deleting this value erases text and salt together.
 *
 * @param text what was typed
 * @param commitment salted hash of it
 */
public record CommittedText<T extends TypedText>(
        @JsonProperty("words") T text, Commitment commitment) {
    /** The text under a fresh salt. */
    public static <T extends TypedText> CommittedText<T> of(T text) {
        return new CommittedText<>(text, Commitment.to(text.canonical()));
    }

    /** The only part that an event may carry. */
    public String hash() {
        return commitment.hash();
    }

    public int length() {
        return text.canonical().length();
    }
}
