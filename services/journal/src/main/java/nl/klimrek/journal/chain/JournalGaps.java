package nl.klimrek.journal.chain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What an organisation's journal misses. A gap is opened when a number is skipped and closed when that number arrives.
 *
 * @param open gaps that are open, oldest first, at most {@link #MOST_LISTED}
 * @param unlisted further gaps, which are counted only
 * @param found gaps found so far, closed ones included
 * @param repeated events whose number another event of the same stream had before: a fault of the one who counts, or a forgery
 * @param conflicts the first of those, oldest first, at most {@link #MOST_CONFLICTS}
 */
public record JournalGaps(
        List<StreamGap> open, long unlisted, long found, long repeated, List<SequenceConflict> conflicts) {

    /** Each is a fault that somebody has to look into; after so many, the first tell enough. */
    public static final int MOST_CONFLICTS = 200;

    /** They are kept in one document with the head of the chain, which must stay small. */
    public static final int MOST_LISTED = 20_000;

    public static final JournalGaps NONE = new JournalGaps(List.of(), 0, 0, 0, List.of());

    public JournalGaps {
        open = List.copyOf(open);
        conflicts = List.copyOf(conflicts);
    }

    /**
     * What is missing once this step is in the journal.
     *
     * @param highest highest number of its stream that the journal has; 0 for none
     */
    JournalGaps with(RecordedEvent step, long highest, Instant now) {
        if (!step.counted() || step.sequence() == highest + 1) {
            return this;
        }
        return step.sequence() > highest
                ? skipping(new StreamGap(step.stream(), highest + 1, step.sequence() - 1, now))
                : late(step, now);
    }

    private JournalGaps skipping(StreamGap gap) {
        if (open.size() >= MOST_LISTED) {
            return new JournalGaps(open, unlisted + 1, found + 1, repeated, conflicts);
        }
        List<StreamGap> more = new ArrayList<>(open);
        more.add(gap);
        return new JournalGaps(more, unlisted, found + 1, repeated, conflicts);
    }

    private JournalGaps late(RecordedEvent step, Instant now) {
        List<StreamGap> rest = new ArrayList<>(open.size());
        boolean missed = false;
        for (StreamGap gap : open) {
            if (gap.misses(step.stream(), step.sequence())) {
                missed = true;
                rest.addAll(gap.without(step.sequence()));
            } else {
                rest.add(gap);
            }
        }
        return missed ? new JournalGaps(rest, unlisted, found, repeated, conflicts) : conflicting(step, now);
    }

    private JournalGaps conflicting(RecordedEvent step, Instant now) {
        List<SequenceConflict> more = new ArrayList<>(conflicts);
        if (more.size() < MOST_CONFLICTS) {
            more.add(new SequenceConflict(step.stream(), step.sequence(), step.id(), now));
        }
        return new JournalGaps(open, unlisted, found, repeated + 1, more);
    }
}
