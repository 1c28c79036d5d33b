package nl.klimrek.eventing.simulation.guarantees;

import java.util.HashMap;
import java.util.Map;

/**
 * What arrives was stored before: no event tells of a step that was never taken.
 *
 * <p>Legal: stored value 1, arrived 1. Illegal: arrived 1, and then (or never) stored.
 */
public final class NothingFromNowhere implements Guarantee {

    private final Map<String, Long> stored = new HashMap<>();

    @Override
    public void observe(Observation observation) {
        if (observation instanceof Observation.Stored document && document.command() != null) {
            stored.merge(document.subject(), document.value(), Math::max);
        }
        if (observation instanceof Observation.Arrived event) {
            check(
                    event.sequence() <= stored.getOrDefault(event.subject(), 0L),
                    event.subject() + "#" + event.sequence() + " arrived and was never stored");
        }
    }
}
