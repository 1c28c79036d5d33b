package nl.klimrek.popforms.learning;

import nl.klimrek.popforms.goal.Words;

/**
 * What evidence says.
 *
 * @param text what it shows; never blank
 * @param link where it can be seen; may be null
 */
public record EvidenceText(String text, String link) implements Words {

    public EvidenceText {
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
