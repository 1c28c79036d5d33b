package nl.klimrek.eventing.simulation.guarantees;

import java.util.HashMap;
import java.util.Map;

/**
 * What readers made of a subject counts each of its events once: after sequence n they have counted n.
 *
 * <p>Legal: 1 2 2 3 counted as 1 2 3. Illegal: 1 2 2 counted as 3; 1 3 counted as 2. At the end: all has had its effect.
 */
public final class EffectsOnce implements Guarantee {

    private final Map<String, Long> counted = new HashMap<>();
    private boolean inOrder = true;

    /** Events may be overtaken; each still counts once. */
    public void inAnyOrder() {
        inOrder = false;
    }

    @Override
    public void observe(Observation observation) {
        if (observation instanceof Observation.Effect effect) {
            check(
                    inOrder ? effect.counted() == effect.sequence() : effect.counted() <= effect.sequence(),
                    effect.subject() + ": counted " + effect.counted() + " after sequence " + effect.sequence());
            Long before = counted.put(effect.subject(), effect.counted());
            check(
                    effect.counted() == (before == null ? 0 : before) + 1,
                    effect.subject() + ": counted " + effect.counted() + " after " + before);
        }
    }

    @Override
    public void settled(Map<String, Long> values, Map<String, Long> effects) {
        check(effects.equals(values), "effects " + effects + " of " + values);
    }
}
