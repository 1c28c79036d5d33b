package nl.klimrek.benchmarks;

import java.util.function.Consumer;

/** Something that is measured beside its limit. */
public interface Figure {

    /** What a person calls it on the command line; {@code a.b} is part of {@code a}. */
    String name();

    /**
     * Measures, and leaves no process behind, whatever happens.
     *
     * @param lines takes what was found, a line at a time
     * @throws Exception when it could not be measured; what was handed over before stays true
     */
    void measure(Setting setting, Consumer<Line> lines) throws Exception;
}
