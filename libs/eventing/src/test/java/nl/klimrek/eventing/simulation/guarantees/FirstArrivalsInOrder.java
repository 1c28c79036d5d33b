package nl.klimrek.eventing.simulation.guarantees;

import java.util.HashMap;
import java.util.Map;
import nl.klimrek.eventing.outbox.SimulatedOutboxStore;

/**
 * The first arrivals of one subject's events are 1, 2, 3, …, whatever arrives again. After a restore they go on, in a later
 * epoch, behind the number that the restored store has.
 *
 * <p>Legal: 1 2 1 2 3. Illegal: 1 3; 2 1. At the end: all that happened has arrived.
 */
public final class FirstArrivalsInOrder implements Guarantee {

    private final Map<String, Long> upTo = new HashMap<>();
    private long epoch;

    @Override
    public void observe(Observation observation) {
        if (observation instanceof Observation.Restored restored && restored.isOfPublisher()) {
            epoch = restored.epoch() * SimulatedOutboxStore.NUMBERS_PER_EPOCH;
            upTo.replaceAll((subject, before) -> epoch);
            restored.values().forEach((subject, value) -> upTo.put(subject, epoch + value));
        }
        if (observation instanceof Observation.Arrived event
                && event.sequence() > upTo.getOrDefault(event.subject(), epoch)) {
            long before = upTo.getOrDefault(event.subject(), epoch);
            check(
                    event.sequence() == before + 1,
                    event.subject() + ": " + event.sequence() + " arrived right after " + before);
            upTo.put(event.subject(), event.sequence());
        }
    }

    @Override
    public void settled(Map<String, Long> values, Map<String, Long> effects) {
        values.forEach((subject, value) -> check(
                upTo.getOrDefault(subject, epoch) == epoch + value,
                subject + ": " + upTo.get(subject) + " arrived of " + value));
    }
}
