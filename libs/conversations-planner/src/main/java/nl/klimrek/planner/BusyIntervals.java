package nl.klimrek.planner;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** What divides a manager's days into free parts, sorted: other things they have, and talks that keep their time. */
final class BusyIntervals {

    private final long[] spans;
    private final int[] talks;

    private BusyIntervals(long[] spans, int[] talks) {
        this.spans = spans;
        this.talks = talks;
    }

    /** @param keep which of the manager's own talks keep their time and place */
    static BusyIntervals of(PlanningState table, int manager, IntPredicate keep) {
        return of(table, manager, keep, table.talks::fixed);
    }

    private static BusyIntervals of(PlanningState table, int manager, IntPredicate keep, IntPredicate fixed) {
        int[] busy = table.people.busy(manager);
        int[] own = table.talks.ofManager(manager);
        int[] asEmployee = table.talks.ofEmployee(manager);
        long[][] found = new long[busy.length / 2 + own.length + asEmployee.length][];
        int count = 0;
        for (int i = 0; i < busy.length; i += 2) {
            found[count++] = new long[] {span(busy[i], busy[i + 1]), -1};
        }
        for (int talk : asEmployee) {
            if (table.talks.placed(talk)) {
                found[count++] = new long[] {span(table.talks.start[talk], table.talks.end(talk)), -1};
            }
        }
        for (int talk : own) {
            if (table.talks.placed(talk) && (fixed.test(talk) || keep.test(talk))) {
                long span = span(table.talks.start[talk] - table.preparation, table.talks.end(talk));
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
    static BusyIntervals others(PlanningState table, int manager) {
        return of(table, manager, talk -> false, talk -> false);
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
