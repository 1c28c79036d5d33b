package nl.klimrek.popforms.learning;

import nl.klimrek.popforms.text.TypedText;
import nl.klimrek.servicekit.text.PrivateText;
import org.jspecify.annotations.Nullable;

/**
 * The text of evidence.
 *
 * @param text what it shows; never blank
 * @param link where it can be seen; may be null
 */
public record EvidenceText(String text, @Nullable String link) implements TypedText {
    public EvidenceText {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("evidence says what it shows");
        }
    }

    /** The text as it is stored. */
    public static EvidenceText of(String text, @Nullable String link) {
        return new EvidenceText(PrivateText.normalise(text), TypedText.normalise(link));
    }

    @Override
    public String canonical() {
        return PrivateText.join(text, link);
    }
}
