package nl.klimrek.journal.chain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Consecutive sequence numbers of a stream that are missing although a later number arrived.
 *
 * @param stream source and subject
 * @param from first missing number
 * @param to last missing number
 * @param since arrival of the later number
 */
public record StreamGap(String stream, long from, long to, Instant since) {

    public StreamGap {
        if (from < 1 || to < from) {
            throw new IllegalArgumentException("a gap has at least one number");
        }
    }

    boolean contains(String ofStream, long sequence) {
        return stream.equals(ofStream) && from <= sequence && sequence <= to;
    }

    /** The gaps that remain when this number has arrived. */
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

    /** Number of missing numbers. */
    public long missing() {
        return to - from + 1;
    }
}
