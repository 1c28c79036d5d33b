package nl.klimrek.eventing.simulation.guarantees;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A reader says it need not read a record again only when that record has had its effect, or was put aside.
 *
 * <p>Legal: effect 1, committed past 1. Illegal: committed past 1, and then (or never) its effect.
 */
public final class EffectBeforeOffset implements Guarantee {

    private final Map<Integer, List<Observation>> topic = new HashMap<>();
    private final Map<Integer, Integer> committed = new HashMap<>();
    private final Map<String, Long> effects = new HashMap<>();
    private final Set<String> parked = new HashSet<>();

    @Override
    public void observe(Observation observation) {
        if (observation instanceof Observation.Arrived event) {
            log(event.partition()).add(event);
        } else if (observation instanceof Observation.Foreign record) {
            log(record.partition()).add(record);
        } else if (observation instanceof Observation.Effect effect) {
            effects.merge(effect.subject(), effect.sequence(), Math::max);
        } else if (observation instanceof Observation.Parked record) {
            parked.add(record.partition() + "@" + record.offset());
        } else if (observation instanceof Observation.Committed commit) {
            for (int offset = committed.getOrDefault(commit.partition(), 0); offset < commit.offset(); offset++) {
                check(
                        done(log(commit.partition()).get(offset), offset),
                        "committed past " + log(commit.partition()).get(offset));
            }
            committed.merge(commit.partition(), commit.offset(), Math::max);
        }
    }

    private boolean done(Observation record, int offset) {
        return record instanceof Observation.Arrived event
                ? event.sequence() <= effects.getOrDefault(event.subject(), 0L)
                : record instanceof Observation.Foreign foreign && parked.contains(foreign.partition() + "@" + offset);
    }

    private List<Observation> log(int partition) {
        return topic.computeIfAbsent(partition, p -> new ArrayList<>());
    }
}
