package nl.klimrek.popforms.learning;

import nl.klimrek.popforms.text.TypedText;
import nl.klimrek.servicekit.text.PrivateText;

/**
 * The text of evidence.
 *
 * @param text what it shows; never blank
 * @param link where it can be seen; may be null
 */
public record EvidenceText(String text, String link) implements TypedText {
    public EvidenceText {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("evidence says what it shows");
        }
    }

    /** The text as it is stored. */
    public static EvidenceText of(String text, String link) {
        return new EvidenceText(TypedText.normalise(text), TypedText.normalise(link));
    }

    @Override
    public String canonical() {
        return PrivateText.join(text, link);
    }
}
