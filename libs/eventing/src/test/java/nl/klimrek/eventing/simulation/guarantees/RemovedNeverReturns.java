package nl.klimrek.eventing.simulation.guarantees;

import java.util.HashSet;
import java.util.Set;

/**
 * An event that was removed is never in a document again, unless the document was restored.
 *
 * <p>Legal: waiting [1 2], removed 1, waiting [2 3]. Illegal: waiting [1 2], removed 1, waiting [1 2 3].
 */
public final class RemovedNeverReturns implements Guarantee {

    private final Saved<Set<Long>> removed = new Saved<>("counters", HashSet::new);

    @Override
    public void observe(Observation observation) {
        removed.observe(observation);
        if (observation instanceof Observation.Removed event) {
            removed.now()
                    .computeIfAbsent(event.subject(), subject -> new HashSet<>())
                    .add(event.sequence());
        }
        if (observation instanceof Observation.Stored document) {
            document.waiting()
                    .forEach(sequence -> check(
                            !removed.now()
                                    .getOrDefault(document.subject(), Set.of())
                                    .contains(sequence),
                            document.subject() + "#" + sequence + " was removed and is back"));
        }
    }
}
