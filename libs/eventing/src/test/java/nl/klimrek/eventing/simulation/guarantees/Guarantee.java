package nl.klimrek.eventing.simulation.guarantees;

import java.util.Map;

/** A promise that watches a history and fails at the first happening that breaks it. */
public interface Guarantee {

    /** Safety: judged at every happening, whatever else fails. */
    void observe(Observation observation);

    /**
     * After faults have stopped and everything was given time to drain.
     *
     * @param values what happened to each subject
     * @param effects what the readers made of it
     */
    default void settled(Map<String, Long> values, Map<String, Long> effects) {}

    /** Fails, in the words of the one who finds it. */
    default void check(boolean holds, String broken) {
        if (!holds) {
            throw new AssertionError(getClass().getSimpleName() + ": " + broken);
        }
    }
}
