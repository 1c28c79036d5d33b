package nl.klimrek.testkit.guarantees;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What had to have an effect has exactly one, in each place where it has to have one, however often it came by. Fed with
 * effects as they are stored, not with calls: a call may fail after its effect, and may be made again.
 *
 * <ul>
 * <li>Legal: due 1, effect of 1. Due 1 and 2, effects of 2 and 1. The effect seen before anybody knew that it was due.
 * <li>Illegal: effect of 1, effect of 1. Due 1, no effect. An effect of what never was.
 * </ul>
 */
public final class EffectExactlyOnce implements Guarantee {

    private final Map<String, Set<String>> due = new HashMap<>();
    private final Map<String, Set<String>> effects = new HashMap<>();
    private long count;

    /** This must have an effect there. */
    public synchronized void due(String place, String cause) {
        due.computeIfAbsent(place, p -> new LinkedHashSet<>()).add(cause);
    }

    /**
     * The stored effect of a cause.
     *
     * @throws GuaranteeBroken when it has one already
     */
    public synchronized void effect(String place, String cause) {
        count++;
        if (!effects.computeIfAbsent(place, p -> new LinkedHashSet<>()).add(cause)) {
            throw new GuaranteeBroken(this, cause + " had its effect twice in " + place);
        }
    }

    @Override
    public String promise() {
        return "an effect exactly once";
    }

    @Override
    public synchronized long seen() {
        return count;
    }

    @Override
    public synchronized void judge() {
        due.forEach((place, causes) ->
                refuseFirst(causes, effects.getOrDefault(place, Set.of()), " never had its effect in " + place));
        effects.forEach((place, causes) ->
                refuseFirst(causes, due.getOrDefault(place, Set.of()), " had an effect and never was, in " + place));
    }

    private void refuseFirst(Set<String> causes, Set<String> known, String broken) {
        causes.stream().filter(cause -> !known.contains(cause)).findFirst().ifPresent(cause -> {
            throw new GuaranteeBroken(this, cause + broken);
        });
    }
}
