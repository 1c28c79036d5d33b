package nl.klimrek.eventing.simulation.guarantees;

import java.util.HashMap;
import java.util.Map;

/**
 * The first arrivals of one subject's events are 1, 2, 3, …, whatever arrives again.
 *
 * <p>Legal: 1 2 1 2 3. Illegal: 1 3; 2 1. At the end: all that happened has arrived.
 */
public final class FirstArrivalsInOrder implements Guarantee {

    private final Map<String, Long> upTo = new HashMap<>();

    @Override
    public void observe(Observation observation) {
        if (observation instanceof Observation.Arrived event
                && event.sequence() > upTo.getOrDefault(event.subject(), 0L)) {
            long before = upTo.getOrDefault(event.subject(), 0L);
            check(
                    event.sequence() == before + 1,
                    event.subject() + ": " + event.sequence() + " arrived right after " + before);
            upTo.put(event.subject(), event.sequence());
        }
    }

    @Override
    public void settled(Map<String, Long> values, Map<String, Long> effects) {
        check(upTo.equals(values), "arrived " + upTo + " of " + values);
    }
}
