package nl.klimrek.benchmarks;

import java.util.function.Consumer;

/** Something that is measured beside its limit. */
public interface Figure {

    /** Its name on the command line; {@code a.b} is part of {@code a}. */
    String name();

    /** Whether it is measured only when it is named, because it takes long. */
    default boolean onlyWhenNamed() {
        return false;
    }

    /**
     * Measures and leaves no process behind, even after a failure.
     *
     * @param lines receives each result
     * @throws Exception if the measurement failed; earlier results stay valid
     */
    void measure(BenchmarkSettings setting, Consumer<ReportLine> lines) throws Exception;
}
