package nl.klimrek.popforms.text;

import nl.klimrek.servicekit.text.PrivateText;

/**
 * A short text in one field, such as an evaluation or a reason.
 *
 * @param text never blank
 */
public record NoteText(String text) implements TypedText {
    public NoteText {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("a note has text");
        }
    }

    /** The note as it is stored. */
    public static NoteText of(String typed) {
        return new NoteText(PrivateText.normalise(typed));
    }

    @Override
    public String canonical() {
        return PrivateText.join(text);
    }
}
