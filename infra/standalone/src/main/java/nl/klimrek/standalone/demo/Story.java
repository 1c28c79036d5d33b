package nl.klimrek.standalone.demo;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Plays steps in order, numbers and prints them, and gives each a correlation id of its own. */
final class Story {

    private final String run;
    private final PrintStream out;
    private final List<String> correlations = new ArrayList<>();
    private String current;

    /** @param run distinguishes this run from every other */
    Story(String run, PrintStream out) {
        this.run = run;
        this.out = out;
        this.current = "demo-" + run;
    }

    void chapter(String title) {
        out.printf("%n%s%n", title);
    }

    /** A step that changes something, and so must be found in the journal. */
    void step(String happened, Consumer<Step> play) {
        current = "demo-" + run + "-" + (correlations.size() + 1);
        correlations.add(current);
        play(String.format("%4d. %s …  ", correlations.size(), happened), play);
    }

    /** A look that changes nothing. */
    void look(String at, Consumer<Step> play) {
        current = "demo-" + run + "-look";
        play("   ·  " + at + " …  ", play);
    }

    private void play(String line, Consumer<Step> play) {
        out.print(line);
        out.flush();
        Step step = new Step(current, out);
        play.accept(step);
        step.ended();
    }

    /** Correlation id of what is being played. */
    String correlation() {
        return current;
    }

    /** Correlation ids of the steps so far, in order. */
    List<String> correlations() {
        return List.copyOf(correlations);
    }
}
