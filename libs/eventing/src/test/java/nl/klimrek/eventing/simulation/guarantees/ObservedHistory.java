package nl.klimrek.eventing.simulation.guarantees;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** All observations in order. Shows each to every guarantee, and sums them up in a digest. */
public final class ObservedHistory {

    private static final int REMEMBERED = 40;

    private final List<Guarantee> guarantees;
    private final Deque<Observation> newest = new ArrayDeque<>();
    private long length;
    private long arrivals;
    private long digest = 1;

    public ObservedHistory(List<Guarantee> guarantees) {
        this.guarantees = new ArrayList<>(guarantees);
    }

    /** Adds a guarantee. */
    public void watch(Guarantee guarantee) {
        guarantees.add(guarantee);
    }

    /** Fails when a guarantee no longer holds. */
    public void add(Observation observation) {
        length++;
        arrivals += observation instanceof Observation.Arrived ? 1 : 0;
        digest = digest * 1_000_003 + observation.hashCode();
        newest.add(observation);
        if (newest.size() > REMEMBERED) {
            newest.remove();
        }
        guarantees.forEach(guarantee -> guarantee.observe(observation));
    }

    /** Fails when something did not arrive, or had no effect. */
    public void settled(Map<String, Long> values, Map<String, Long> effects) {
        guarantees.forEach(guarantee -> guarantee.settled(values, effects));
    }

    public long arrivals() {
        return arrivals;
    }

    /** A digest that differs between different histories. */
    public String digest() {
        return length + ":" + Long.toHexString(digest);
    }

    /** The newest observations, one a line. */
    public String newest() {
        return String.join("\n", newest.stream().map(Object::toString).toList());
    }
}
