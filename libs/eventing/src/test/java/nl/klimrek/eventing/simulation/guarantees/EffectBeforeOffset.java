package nl.klimrek.eventing.simulation.guarantees;

import java.util.HashMap;
import java.util.Map;

/**
 * A reader commits past a record only when the record has had its effect, was parked, or was reported as lost.
 *
 * <p>Legal: effect 1, committed past 1. Illegal: committed past 1, and then (or never) its effect.
 */
public final class EffectBeforeOffset implements Guarantee {

    private final TopicView topic = new TopicView();
    private final Map<Integer, Integer> committed = new HashMap<>();
    private final Saved<Long> effects = new Saved<>("effects", sequence -> sequence);

    @Override
    public void observe(Observation observation) {
        topic.observe(observation);
        effects.observe(observation);
        if (observation instanceof Observation.Effect effect) {
            effects.now().merge(effect.subject(), effect.sequence(), Math::max);
        } else if (observation instanceof Observation.Restored restored) {
            committed.putAll(restored.positions());
        } else if (observation instanceof Observation.Committed commit) {
            for (int offset = committed.getOrDefault(commit.partition(), 0); offset < commit.offset(); offset++) {
                check(
                        done(commit.partition(), offset),
                        "committed past " + topic.at(commit.partition(), offset) + " at " + offset);
            }
            committed.merge(commit.partition(), commit.offset(), Math::max);
        }
    }

    private boolean done(int partition, int offset) {
        return topic.isExcused(partition, offset)
                || topic.at(partition, offset) instanceof Observation.Arrived event
                        && event.sequence() <= effects.now().getOrDefault(event.subject(), 0L);
    }
}
