package nl.klimrek.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The median of several rounds, so that one disturbed round does not decide. */
public final class Median {

    private final List<Double> values = new ArrayList<>();

    public void add(double value) {
        values.add(value);
    }

    /** NaN before the first value; the higher of the middle two when their number is even. */
    public double value() {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
    }
}
