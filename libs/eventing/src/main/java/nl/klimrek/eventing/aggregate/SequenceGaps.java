package nl.klimrek.eventing.aggregate;

import java.util.ArrayList;
import java.util.List;

/**
 * Which numbers of a stream, up to the highest one seen, a document has not taken: most were never for it, but one may be
 * of an event that was parked. Only what is given again asks for it. The newest ranges are kept; of what is older than
 * those it is not known.
 *
 * @param unknownUpTo of this number and those below it nothing is known; 0 for none
 * @param ranges first and last number of each range in turn, rising
 */
record SequenceGaps(long unknownUpTo, List<Long> ranges) {

    /** Ranges that are kept of one stream. */
    static final int KEPT = 16;

    static final SequenceGaps NONE = new SequenceGaps(0, List.of());

    /** What a document has done with a number not higher than the highest seen. */
    enum Answer {
        TAKEN,
        NOT_TAKEN,
        UNKNOWN
    }

    /** Reads {@link #stored()}; null is none. */
    static SequenceGaps of(List<? extends Number> stored) {
        if (stored == null || stored.isEmpty()) {
            return NONE;
        }
        return new SequenceGaps(
                stored.get(0).longValue(),
                stored.stream().skip(1).map(Number::longValue).toList());
    }

    /** Everything in one list of numbers. */
    List<Long> stored() {
        List<Long> all = new ArrayList<>(List.of(unknownUpTo));
        all.addAll(ranges);
        return all;
    }

    Answer about(long sequence) {
        for (int i = 0; i < ranges.size(); i += 2) {
            if (ranges.get(i) <= sequence && sequence <= ranges.get(i + 1)) {
                return Answer.NOT_TAKEN;
            }
        }
        return sequence <= unknownUpTo ? Answer.UNKNOWN : Answer.TAKEN;
    }

    /** After the number {@code taken} has been taken while {@code highest} was the highest before. */
    SequenceGaps after(long highest, long taken) {
        if (taken == highest + 1) {
            return this;
        }
        List<Long> next = new ArrayList<>();
        if (taken > highest) {
            next.addAll(ranges);
            next.add(highest + 1);
            next.add(taken - 1);
        } else {
            without(taken, next);
        }
        long unknown = unknownUpTo;
        while (next.size() > 2 * KEPT) {
            unknown = next.get(1);
            next.subList(0, 2).clear();
        }
        return new SequenceGaps(unknown, next);
    }

    private void without(long taken, List<Long> next) {
        for (int i = 0; i < ranges.size(); i += 2) {
            add(ranges.get(i), Math.min(ranges.get(i + 1), taken - 1), next);
            add(Math.max(ranges.get(i), taken + 1), ranges.get(i + 1), next);
        }
    }

    private static void add(long from, long to, List<Long> next) {
        if (from <= to) {
            next.add(from);
            next.add(to);
        }
    }
}
