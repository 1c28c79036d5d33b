package nl.klimrek.popforms.goal;

import java.text.Normalizer;

/** What a person typed. It stays in this service; only a commitment to {@link #canonical()} may leave it. */
public interface Words {

    /** The same for the same words, and different for different ones; what a commitment is made to. */
    String canonical();

    /** As kept: accents composed, line ends alike, no blanks around; null where nothing was written. */
    static String kept(String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        return Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .strip();
    }

    /** Fields as one text. Each says its length first, so that no words can pose as the border of two fields. */
    static String joined(String... fields) {
        StringBuilder text = new StringBuilder();
        for (String field : fields) {
            String words = field == null ? "" : field;
            text.append(words.length()).append(':').append(words).append('\n');
        }
        return text.toString();
    }
}
