package nl.klimrek.popforms.text;

import nl.klimrek.servicekit.text.PrivateText;
import org.jspecify.annotations.Nullable;

/**
 * Text that a person typed, in one or more fields. It stays in this service; only a commitment to {@link #canonical()} may
 * leave it. Requests normalise the fields; stored text is read as it was stored, so that its commitment stays valid.
 */
public interface TypedText {
    /** All fields as one text to commit to. Equal text gives an equal canonical text, and different text a different one. */
    String canonical();

    /** A field as it is stored, normalised by {@link PrivateText#normalise}; null when nothing was typed. */
    static @Nullable String normalise(@Nullable String typed) {
        return PrivateText.normaliseOptional(typed).orElse(null);
    }
}
