package nl.klimrek.standalone.demo;

import java.util.Locale;

/** Something that should be so is not; the message is a sentence for whoever runs the demo. */
final class Missing extends RuntimeException {

    private static final long serialVersionUID = 1;

    Missing(String sentence) {
        super(sentence);
    }

    /** Fails with this sentence unless it holds. */
    static void unless(boolean holds, String sentence, Object... details) {
        if (!holds) {
            throw new Missing(String.format(Locale.ROOT, sentence, details));
        }
    }
}
