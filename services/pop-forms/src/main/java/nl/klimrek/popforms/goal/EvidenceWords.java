package nl.klimrek.popforms.goal;

/**
 * What evidence says.
 *
 * @param text what it shows; never blank
 * @param link where it can be seen; may be null
 */
public record EvidenceWords(String text, String link) implements Words {

    public EvidenceWords {
        text = Words.kept(text);
        link = Words.kept(link);
        if (text == null) {
            throw new IllegalArgumentException("evidence says what it shows");
        }
    }

    @Override
    public String canonical() {
        return Words.joined(text, link);
    }
}
