package nl.klimrek.eventing.simulation.guarantees;

import java.util.Map;

/** Watches a history and fails at the first observation that breaks the guarantee. */
public interface Guarantee {

    /** Safety: judges every observation, whatever else fails. */
    void observe(Observation observation);

    /**
     * Liveness: judges the end, after the faults stopped and everything drained.
     *
     * @param values value of each subject
     * @param effects the readers' count of each subject
     */
    default void settled(Map<String, Long> values, Map<String, Long> effects) {}

    /** Fails with this text. */
    default void check(boolean holds, String broken) {
        if (!holds) {
            throw new AssertionError(getClass().getSimpleName() + ": " + broken);
        }
    }
}
