package nl.klimrek.eventing.simulation.guarantees;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Readers count each event of a subject once.
 *
 * <p>Legal: 1 2 2 3 counted as 1 2 3. Illegal: 1 2 2 counted as 3. At the end every event that arrived has had its effect, was
 * parked, or was reported as lost.
 */
public final class EffectsOnce implements Guarantee {

    private final TopicView topic = new TopicView();
    private final Saved<Set<Long>> applied = new Saved<>("effects", TreeSet::new);
    private final Saved<Long> counted = new Saved<>("effects", count -> count);
    private boolean inOrder = true;

    /** Events may be overtaken; each still counts once. */
    public void inAnyOrder() {
        inOrder = false;
    }

    @Override
    public void observe(Observation observation) {
        topic.observe(observation);
        applied.observe(observation);
        counted.observe(observation);
        if (observation instanceof Observation.Effect effect) {
            Set<Long> events = applied.now().computeIfAbsent(effect.subject(), s -> new TreeSet<>());
            check(
                    events.add(effect.sequence()) || !inOrder,
                    effect.subject() + ": " + effect.sequence() + " had its effect twice");
            Long before = counted.now().put(effect.subject(), effect.counted());
            check(
                    effect.counted() == (before == null ? 0 : before) + 1,
                    effect.subject() + ": counted " + effect.counted() + " after " + before);
        }
    }

    @Override
    public void settled(Map<String, Long> values, Map<String, Long> effects) {
        check(effects.equals(counted.now()), "effects " + effects + ", counted " + counted.now());
        if (!inOrder) {
            check(effects.equals(values), "effects " + effects + " of " + values);
            return;
        }
        Set<String> excused = topic.excused();
        topic.forEachEvent((event, offset) -> check(
                applied.now().getOrDefault(event.subject(), Set.of()).contains(event.sequence())
                        || excused.contains(TopicView.name(event.subject(), event.sequence())),
                event + " had no effect, was not parked and not reported as lost"));
    }
}
