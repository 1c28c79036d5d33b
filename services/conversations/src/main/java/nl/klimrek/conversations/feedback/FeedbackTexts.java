package nl.klimrek.conversations.feedback;

import java.util.List;
import nl.klimrek.contracts.Commitment;

/**
 * Several typed texts that go together, with the one commitment that stands for them outside.
 *
 * @param texts in order, without outer white space
 * @param commitment salted hash of all of them
 */
public record FeedbackTexts(List<String> texts, Commitment commitment) {

    public FeedbackTexts {
        texts = List.copyOf(texts);
    }

    /** These texts under a fresh salt. */
    public static FeedbackTexts of(List<String> typed) {
        List<String> kept = typed.stream().map(String::strip).toList();
        return new FeedbackTexts(kept, Commitment.to(String.join("\n", kept)));
    }

    /** Whether each says something: a figure alone is a rating, and nobody is rated here. */
    boolean inWords() {
        return texts.stream().allMatch(text -> text.codePoints().anyMatch(Character::isLetter));
    }

    /** What may leave: the hash. */
    String hash() {
        return commitment.hash();
    }

    @Override
    public String toString() {
        return "Texts[" + commitment.hash() + "]";
    }
}
