package nl.klimrek.eventing.simulation.guarantees;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * All foreign records are parked, each with a reason. An event is parked only by a version that does not know its type;
 * delivered again after later ones had their effects, it may be parked as overtaken.
 *
 * <p>Legal: foreign at 7, parked 7, parked 7. Illegal: parked an event; at the end, a foreign record that nobody parked.
 */
public final class OnlyPoisonIsParked implements Guarantee {

    private final TopicView topic = new TopicView();
    private final Set<Observation.Foreign> foreign = new HashSet<>();

    @Override
    public void observe(Observation observation) {
        topic.observe(observation);
        if (observation instanceof Observation.Foreign record) {
            foreign.add(record);
        }
        if (observation instanceof Observation.Parked record) {
            check(
                    mayBeParked(topic.at(record.partition(), record.offset()), record.reason()),
                    "a good record was parked at " + record.partition() + "@" + record.offset() + " as "
                            + record.reason());
            check(!record.reason().isBlank() && !record.reason().startsWith("failed-"), "parked as " + record.reason());
        }
    }

    private static boolean mayBeParked(Observation record, String reason) {
        return record instanceof Observation.Foreign
                || record instanceof Observation.Arrived event
                        && event.newer()
                        && (reason.equals(Observation.Parked.NEWER_TYPE)
                                || reason.equals(Observation.Parked.OVERTAKEN));
    }

    @Override
    public void settled(Map<String, Long> values, Map<String, Long> effects) {
        foreign.forEach(
                record -> check(topic.isExcused(record.partition(), record.offset()), record + " was not parked"));
    }
}
