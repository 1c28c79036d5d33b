package nl.klimrek.planner.calendar;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Intervals of whole numbers in one array, start and end (exclusive) in turn, sorted and apart from each other. */
public final class IntervalSet {

    private IntervalSet() {}

    /** Sorts and joins what is given. */
    public static int[] of(int count, IntUnaryOperator start, IntUnaryOperator end) {
        long[] pairs = new long[count];
        for (int i = 0; i < count; i++) {
            pairs[i] = (long) start.applyAsInt(i) << 32 | end.applyAsInt(i) & 0xffffffffL;
        }
        Arrays.sort(pairs);
        int[] spans = new int[2 * count];
        int used = 0;
        for (long pair : pairs) {
            int from = (int) (pair >> 32);
            int until = (int) pair;
            if (used > 0 && from <= spans[used - 1]) {
                spans[used - 1] = Math.max(spans[used - 1], until);
            } else if (until > from) {
                spans[used++] = from;
                spans[used++] = until;
            }
        }
        return Arrays.copyOf(spans, used);
    }

    /** Whether any span has something in common with these numbers, the end not included. */
    public static boolean overlap(int[] spans, int from, int until) {
        if (spans.length == 0) {
            return false;
        }
        int low = 0;
        int high = spans.length / 2;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (spans[2 * middle + 1] <= from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < spans.length / 2 && spans[2 * low] < until;
    }
}
