package nl.klimrek.planner;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** What cuts a manager's days into free parts, sorted: other obligations, and conversations that keep their slot. */
final class BusyIntervals {

    private final long[] spans;
    private final int[] talks;

    private BusyIntervals(long[] spans, int[] talks) {
        this.spans = spans;
        this.talks = talks;
    }

    /** @param keep which of the manager's own talks keep their time and place */
    static BusyIntervals of(PlanningState state, int manager, IntPredicate keep) {
        return of(state, manager, keep, state.talks()::fixed);
    }

    private static BusyIntervals of(PlanningState state, int manager, IntPredicate keep, IntPredicate fixed) {
        int[] busy = state.people().busy(manager);
        int[] own = state.talks().ofManager(manager);
        int[] asEmployee = state.talks().ofEmployee(manager);
        long[][] found = new long[busy.length / 2 + own.length + asEmployee.length][];
        int count = 0;
        for (int i = 0; i < busy.length; i += 2) {
            found[count++] = new long[] {span(busy[i], busy[i + 1]), -1};
        }
        for (int talk : asEmployee) {
            if (state.talks().placed(talk)) {
                found[count++] = new long[] {
                    span(state.talks().start(talk), state.talks().end(talk)), -1
                };
            }
        }
        for (int talk : own) {
            if (state.talks().placed(talk) && (fixed.test(talk) || keep.test(talk))) {
                long span = span(
                        state.talks().start(talk) - state.preparation(),
                        state.talks().end(talk));
                found[count++] = new long[] {span, fixed.test(talk) ? -1 : talk};
            }
        }
        long[][] sorted = Arrays.copyOf(found, count);
        Arrays.sort(sorted, (one, other) -> Long.compare(one[0], other[0]));
        return new BusyIntervals(
                Arrays.stream(sorted).mapToLong(cut -> cut[0]).toArray(),
                Arrays.stream(sorted).mapToInt(cut -> (int) cut[1]).toArray());
    }

    /** What a manager has besides talks with reports. */
    static BusyIntervals others(PlanningState state, int manager) {
        return of(state, manager, talk -> false, talk -> false);
    }

    int count() {
        return spans.length;
    }

    int from(int cut) {
        return (int) (spans[cut] >> 32);
    }

    int until(int cut) {
        return (int) spans[cut];
    }

    /** The talk that keeps this time; -1 for anything else. */
    int talk(int cut) {
        return talks[cut];
    }

    private static long span(int from, int until) {
        return (long) from << 32 | until & 0xffffffffL;
    }
}
