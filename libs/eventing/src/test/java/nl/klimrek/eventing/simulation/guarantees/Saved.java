package nl.klimrek.eventing.simulation.guarantees;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What a guarantee remembers of a collection, per key. A backup of the collection saves it, and a restore brings it back.
 *
 * @param <V> type of what is remembered
 */
final class Saved<V> {

    private final String collection;
    private final UnaryOperator<V> copy;
    private Map<String, V> now = new HashMap<>();
    private Map<String, V> saved = new HashMap<>();

    /** @param copy copies a value; the identity for immutable ones */
    Saved(String collection, UnaryOperator<V> copy) {
        this.collection = collection;
        this.copy = copy;
    }

    Map<String, V> now() {
        return now;
    }

    void observe(Observation observation) {
        if (observation instanceof Observation.BackedUp backup
                && backup.collection().equals(collection)) {
            saved = copied(now);
        }
        if (observation instanceof Observation.Restored restored
                && restored.collection().equals(collection)) {
            now = copied(saved);
        }
    }

    private Map<String, V> copied(Map<String, V> values) {
        Map<String, V> copies = new HashMap<>();
        values.forEach((key, value) -> copies.put(key, copy.apply(value)));
        return copies;
    }
}
