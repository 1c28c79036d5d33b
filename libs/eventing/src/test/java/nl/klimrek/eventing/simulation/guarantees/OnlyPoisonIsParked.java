package nl.klimrek.eventing.simulation.guarantees;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What is put aside is what is no event, all of it, each with a reason; a good record never is, whatever fails meanwhile.
 *
 * <p>Legal: foreign at 7, parked 7, parked 7. Illegal: parked an event; at the end, a foreign record that nobody parked.
 */
public final class OnlyPoisonIsParked implements Guarantee {

    private final Set<String> foreign = new HashSet<>();
    private final Set<String> parked = new HashSet<>();

    @Override
    public void observe(Observation observation) {
        if (observation instanceof Observation.Foreign record) {
            foreign.add(record.partition() + "@" + record.offset());
        }
        if (observation instanceof Observation.Parked record) {
            String place = record.partition() + "@" + record.offset();
            check(foreign.contains(place), "a good record was parked at " + place + " as " + record.reason());
            check(!record.reason().isBlank() && !record.reason().startsWith("failed-"), "parked as " + record.reason());
            parked.add(place);
        }
    }

    @Override
    public void settled(Map<String, Long> values, Map<String, Long> effects) {
        check(parked.equals(foreign), "parked " + parked + " of " + foreign);
    }
}
