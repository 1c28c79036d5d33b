package nl.klimrek.eventing.simulation.guarantees;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * All foreign records are parked, each with a reason. An event is parked only by a version that does not know its type;
 * delivered again after later ones had their effects, it may be parked as overtaken. So may an event whose record was lost unread,
 * when a publisher that was restored sends it once more after later ones had their effects.
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
            Observation parked = topic.at(record.partition(), record.offset());
            check(
                    mayBeParked(parked, record.reason()),
                    parked + " was parked at " + record.partition() + "@" + record.offset() + " as " + record.reason());
            check(!record.reason().isBlank() && !record.reason().startsWith("failed-"), "parked as " + record.reason());
        }
    }

    private boolean mayBeParked(Observation record, String reason) {
        boolean overtaken = reason.equals(Observation.Parked.OVERTAKEN);
        return record instanceof Observation.Foreign
                || record instanceof Observation.Arrived event
                        && (event.newer() && (overtaken || reason.equals(Observation.Parked.NEWER_TYPE))
                                || overtaken && topic.isReportedLost(event));
    }

    @Override
    public void settled(Map<String, Long> values, Map<String, Long> effects) {
        foreign.forEach(
                record -> check(topic.isExcused(record.partition(), record.offset()), record + " was not parked"));
    }
}
