package nl.klimrek.eventing.simulation.guarantees;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * All foreign records are parked, each with a reason. An event is parked only by a version that does not know its type;
 * delivered again or replayed after later ones had their effects, it may be parked as overtaken. So may an event whose record was lost unread,
 * when a publisher that was restored sends it once more after later ones had their effects, and one more record of an event
 * that had its effect, written before later ones went to another partition.
 *
 * <p>Legal: foreign at 7, parked 7, parked 7. Illegal: parked an event; at the end, a foreign record that nobody parked.
 */
public final class OnlyPoisonIsParked implements Guarantee {

    private final TopicView topic = new TopicView();
    private final Set<Observation.Foreign> foreign = new HashSet<>();
    private final Saved<Set<Long>> applied = new Saved<>("effects", TreeSet::new);

    @Override
    public void observe(Observation observation) {
        topic.observe(observation);
        applied.observe(observation);
        if (observation instanceof Observation.Effect effect) {
            applied.now()
                    .computeIfAbsent(effect.subject(), subject -> new TreeSet<>())
                    .add(effect.sequence());
        }
        if (observation instanceof Observation.Foreign record) {
            foreign.add(record);
        }
        if (observation instanceof Observation.Parked record) {
            Observation parked = topic.at(record.partition(), record.offset());
            check(
                    mayBeParked(parked, record),
                    parked + " was parked at " + record.partition() + "@" + record.offset() + " as " + record.reason());
            check(!record.reason().isBlank() && !record.reason().startsWith("failed-"), "parked as " + record.reason());
        }
    }

    private boolean mayBeParked(Observation record, Observation.Parked parked) {
        String reason = parked.reason();
        boolean overtaken = reason.equals(Observation.Parked.OVERTAKEN);
        return record instanceof Observation.Foreign
                || record instanceof Observation.Arrived event
                        && (event.newer()
                                        && (overtaken
                                                || reason.equals(Observation.Parked.NEWER_TYPE) && !parked.upgraded())
                                || overtaken && (topic.isReportedLost(event) || cameAgain(event, parked)));
    }

    /** Whether this is one more record of an applied event, written before later events went to another partition. */
    private boolean cameAgain(Observation.Arrived event, Observation.Parked parked) {
        return !topic.isLate(parked.partition(), parked.offset())
                && applied.now().getOrDefault(event.subject(), Set.of()).contains(event.sequence());
    }

    @Override
    public void settled(Map<String, Long> values, Map<String, Long> effects) {
        foreign.forEach(
                record -> check(topic.isExcused(record.partition(), record.offset()), record + " was not parked"));
    }
}
