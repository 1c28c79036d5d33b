package nl.klimrek.eventing.marker;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sequence numbers below the highest one that a document has not applied. Most were never meant for it; some belong
 * to parked events. Only replays ask for them. The newest ranges are kept; older gaps are not tracked. Neither are numbers
 * below the first of a later epoch: most belong to the epochs before it.
 *
 * @param unknownUpTo gaps up to this number are not tracked; 0 if all are
 * @param ranges first and last number of each range in turn, ascending
 */
record SequenceGaps(long unknownUpTo, List<Long> ranges) {

    /** Maximum number of ranges per stream. */
    static final int MAX_RANGES = 16;

    static final SequenceGaps NONE = new SequenceGaps(0, List.of());

    /** What a document did with a number up to the highest. */
    enum Status {
        APPLIED,
        NOT_APPLIED,
        UNKNOWN
    }

    /** The gaps of a stream in a later epoch, after its first number. */
    static SequenceGaps sinceEpochBegan(long first) {
        return new SequenceGaps(first - 1, List.of());
    }

    /** Reads {@link #toList()}; null means none. */
    static SequenceGaps fromList(@Nullable List<? extends Number> stored) {
        if (stored == null || stored.isEmpty()) {
            return NONE;
        }
        return new SequenceGaps(
                stored.get(0).longValue(),
                stored.stream().skip(1).map(Number::longValue).toList());
    }

    /** All numbers in one list, for storage. */
    List<Long> toList() {
        List<Long> all = new ArrayList<>(List.of(unknownUpTo));
        all.addAll(ranges);
        return all;
    }

    Status statusOf(long sequence) {
        for (int i = 0; i < ranges.size(); i += 2) {
            if (ranges.get(i) <= sequence && sequence <= ranges.get(i + 1)) {
                return Status.NOT_APPLIED;
            }
        }
        return sequence <= unknownUpTo ? Status.UNKNOWN : Status.APPLIED;
    }

    /** The gaps after {@code applied}, when {@code highest} was the highest before. */
    SequenceGaps afterApplying(long highest, long applied) {
        if (applied == highest + 1) {
            return this;
        }
        List<Long> next = new ArrayList<>();
        if (applied > highest) {
            next.addAll(ranges);
            next.add(highest + 1);
            next.add(applied - 1);
        } else {
            removeFromRanges(applied, next);
        }
        long unknown = unknownUpTo;
        while (next.size() > 2 * MAX_RANGES) {
            unknown = next.get(1);
            next.subList(0, 2).clear();
        }
        return new SequenceGaps(unknown, next);
    }

    private void removeFromRanges(long applied, List<Long> next) {
        for (int i = 0; i < ranges.size(); i += 2) {
            add(ranges.get(i), Math.min(ranges.get(i + 1), applied - 1), next);
            add(Math.max(ranges.get(i), applied + 1), ranges.get(i + 1), next);
        }
    }

    private static void add(long from, long to, List<Long> next) {
        if (from <= to) {
            next.add(from);
            next.add(to);
        }
    }
}
