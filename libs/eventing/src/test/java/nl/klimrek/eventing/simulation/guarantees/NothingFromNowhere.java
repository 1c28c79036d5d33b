package nl.klimrek.eventing.simulation.guarantees;

import java.util.HashMap;
import java.util.Map;
import nl.klimrek.eventing.outbox.SimulatedOutboxStore;

/**
 * Every event that arrives was stored before.
 *
 * <p>Legal: stored value 1, arrived 1. Illegal: arrived 1, and then (or never) stored.
 */
public final class NothingFromNowhere implements Guarantee {

    private final Map<String, Long> stored = new HashMap<>();
    private long epoch;

    @Override
    public void observe(Observation observation) {
        if (observation instanceof Observation.Restored restored && restored.isOfPublisher()) {
            epoch = restored.epoch();
        }
        if (observation instanceof Observation.Stored document && document.command() != null) {
            stored.merge(document.subject() + "@" + epoch, document.value(), Math::max);
        }
        if (observation instanceof Observation.Arrived event) {
            long itsEpoch = event.sequence() / SimulatedOutboxStore.NUMBERS_PER_EPOCH;
            check(
                    event.sequence() % SimulatedOutboxStore.NUMBERS_PER_EPOCH
                            <= stored.getOrDefault(event.subject() + "@" + itsEpoch, 0L),
                    event.subject() + "#" + event.sequence() + " arrived and was never stored");
        }
    }
}
