package nl.klimrek.standalone.demo.script;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Plays numbered steps in order and gives each its own correlation id. */
public final class DemoScript {

    private final String run;
    private final PrintStream out;
    private final List<String> correlations = new ArrayList<>();
    private String current;

    /** @param run id of this run */
    public DemoScript(String run, PrintStream out) {
        this.run = run;
        this.out = out;
        this.current = "demo-" + run;
    }

    public void chapter(String title) {
        out.printf("%n%s%n", title);
    }

    /** Plays a step that changes something and must therefore be in the journal. */
    public void step(String happened, Consumer<DemoStep> play) {
        current = "demo-" + run + "-" + (correlations.size() + 1);
        correlations.add(current);
        play(String.format("%4d. %s …  ", correlations.size(), happened), play);
    }

    /**
     * Plays a step that begins outside this API, such as a mail, and must be in the journal.
     *
     * @param play returns the correlation id of the event that it led to
     */
    public void stepOfEvent(String happened, Function<DemoStep, String> play) {
        current = "demo-" + run + "-look";
        play(
                String.format("%4d. %s …  ", correlations.size() + 1, happened),
                step -> correlations.add(play.apply(step)));
    }

    /** Plays a step that only reads. */
    public void look(String at, Consumer<DemoStep> play) {
        current = "demo-" + run + "-look";
        play("   ·  " + at + " …  ", play);
    }

    private void play(String line, Consumer<DemoStep> play) {
        out.print(line);
        out.flush();
        DemoStep step = new DemoStep(current, out);
        play.accept(step);
        step.ended();
    }

    /** Correlation id of the current step. */
    public String correlation() {
        return current;
    }

    /** Correlation ids of the steps so far, in order. */
    public List<String> correlations() {
        return List.copyOf(correlations);
    }
}
