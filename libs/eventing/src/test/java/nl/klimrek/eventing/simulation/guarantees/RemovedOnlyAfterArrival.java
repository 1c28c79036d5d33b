package nl.klimrek.eventing.simulation.guarantees;

import java.util.HashSet;
import java.util.Set;

/**
 * An event leaves its document only after it arrived.
 *
 * <p>Legal: arrived 1, removed 1. Illegal: removed 1 before any arrival of 1: nobody would ever send it.
 */
public final class RemovedOnlyAfterArrival implements Guarantee {

    private final Set<String> arrived = new HashSet<>();

    @Override
    public void observe(Observation observation) {
        if (observation instanceof Observation.Arrived event) {
            arrived.add(event.subject() + "#" + event.sequence());
        }
        if (observation instanceof Observation.Removed event) {
            check(
                    arrived.contains(event.subject() + "#" + event.sequence()),
                    event.subject() + "#" + event.sequence() + " was removed and never arrived");
        }
    }
}
