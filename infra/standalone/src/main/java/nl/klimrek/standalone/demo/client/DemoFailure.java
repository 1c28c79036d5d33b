package nl.klimrek.standalone.demo.client;

import java.util.Locale;

/** A step of the demo failed; the message is one sentence for the user. */
public final class DemoFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    public DemoFailure(String sentence) {
        super(sentence);
    }

    /** Throws with this sentence if the condition is false. */
    public static void unless(boolean holds, String sentence, Object... details) {
        if (!holds) {
            throw new DemoFailure(String.format(Locale.ROOT, sentence, details));
        }
    }
}
