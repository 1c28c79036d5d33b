package nl.klimrek.popforms.goal;

/**
 * A short text on its own: a look back, or a reason.
 *
 * @param text never blank
 */
public record Note(String text) implements Words {

    public Note {
        text = Words.kept(text);
        if (text == null) {
            throw new IllegalArgumentException("a note has words");
        }
    }

    @Override
    public String canonical() {
        return Words.joined(text);
    }
}
