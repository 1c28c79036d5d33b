package nl.klimrek.journal.chain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Sequence numbers of a stream that did not arrive while a later one did.
 *
 * @param stream source and subject
 * @param from first missing number
 * @param to last missing number
 * @param since when the later one arrived
 */
public record StreamGap(String stream, long from, long to, Instant since) {

    public StreamGap {
        if (from < 1 || to < from) {
            throw new IllegalArgumentException("a gap has at least one number");
        }
    }

    boolean misses(String ofStream, long sequence) {
        return stream.equals(ofStream) && from <= sequence && sequence <= to;
    }

    /** What is still missing when this one number has arrived. */
    List<StreamGap> without(long sequence) {
        List<StreamGap> rest = new ArrayList<>(2);
        if (from < sequence) {
            rest.add(new StreamGap(stream, from, sequence - 1, since));
        }
        if (sequence < to) {
            rest.add(new StreamGap(stream, sequence + 1, to, since));
        }
        return rest;
    }

    /** How many numbers are missing. */
    public long missing() {
        return to - from + 1;
    }
}
