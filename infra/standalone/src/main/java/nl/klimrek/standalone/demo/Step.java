package nl.klimrek.standalone.demo;

import java.io.PrintStream;
import java.util.Locale;

/** One step that is being played; it prints its proofs as they come. */
final class Step {

    private static final String INDENT = "        ";

    private final String correlation;
    private final PrintStream out;
    private boolean proven;

    Step(String correlation, PrintStream out) {
        this.correlation = correlation;
        this.out = out;
    }

    /** What ties everything together that this step leads to. */
    String correlation() {
        return correlation;
    }

    /** Says what shows that it happened; the first proof stands on the step's own line. */
    void proof(String sentence, Object... details) {
        out.println((proven ? INDENT : "") + String.format(Locale.ROOT, sentence, details));
        proven = true;
    }

    void ended() {
        Missing.unless(proven, "Step %s ended without a proof.", correlation);
    }
}
