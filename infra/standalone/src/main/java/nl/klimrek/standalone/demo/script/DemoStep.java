package nl.klimrek.standalone.demo.script;

import java.io.PrintStream;
import java.util.Locale;
import nl.klimrek.standalone.demo.client.DemoFailure;

/** A running step of the demo, which prints its proofs. */
public final class DemoStep {

    private static final String INDENT = "        ";

    private final String correlation;
    private final PrintStream out;
    private boolean proven;

    public DemoStep(String correlation, PrintStream out) {
        this.correlation = correlation;
        this.out = out;
    }

    /** Correlation id of everything that this step causes. */
    public String correlation() {
        return correlation;
    }

    /** Prints a proof; the first one on the step's own line. */
    public void proof(String sentence, Object... details) {
        out.println((proven ? INDENT : "") + String.format(Locale.ROOT, sentence, details));
        proven = true;
    }

    public void ended() {
        DemoFailure.unless(proven, "Step %s ended without a proof.", correlation);
    }
}
