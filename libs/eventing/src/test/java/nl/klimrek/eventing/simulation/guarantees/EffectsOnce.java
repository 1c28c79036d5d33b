package nl.klimrek.eventing.simulation.guarantees;

import java.util.Map;

/**
 * What readers made of a subject counts each of its events once: after sequence n they have counted n.
 *
 * <p>Legal: 1 2 2 3 counted as 1 2 3. Illegal: 1 2 2 counted as 3; 1 3 counted as 2. At the end: all has had its effect.
 */
public final class EffectsOnce implements Guarantee {

    @Override
    public void observe(Observation observation) {
        if (observation instanceof Observation.Effect effect) {
            check(
                    effect.counted() == effect.sequence(),
                    effect.subject() + ": counted " + effect.counted() + " after sequence " + effect.sequence());
        }
    }

    @Override
    public void settled(Map<String, Long> values, Map<String, Long> effects) {
        check(effects.equals(values), "effects " + effects + " of " + values);
    }
}
