package nl.klimrek.eventing.simulation.guarantees;

import java.util.HashSet;
import java.util.Set;

/**
 * An event that was removed is never in a document again.
 *
 * <p>Legal: waiting [1 2], removed 1, waiting [2 3]. Illegal: waiting [1 2], removed 1, waiting [1 2 3].
 */
public final class RemovedNeverReturns implements Guarantee {

    private final Set<String> removed = new HashSet<>();

    @Override
    public void observe(Observation observation) {
        if (observation instanceof Observation.Removed event) {
            removed.add(event.subject() + "#" + event.sequence());
        }
        if (observation instanceof Observation.Stored document) {
            document.waiting()
                    .forEach(sequence -> check(
                            !removed.contains(document.subject() + "#" + sequence),
                            document.subject() + "#" + sequence + " was removed and is back"));
        }
    }
}
