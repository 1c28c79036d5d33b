package nl.klimrek.journal.chain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The sequence gaps and conflicts of an organisation's journal. A skipped number opens a gap, and its arrival closes it.
 *
 * @param open open gaps, oldest first, at most {@link #MAX_LISTED}
 * @param unlisted number of further gaps
 * @param found number of gaps found so far, with closed ones
 * @param repeated events with a number that another event of the stream had before: a publisher's fault or a forgery
 * @param conflicts the first of these, oldest first, at most {@link #MAX_CONFLICTS}
 */
public record JournalGaps(
        List<StreamGap> open, long unlisted, long found, long repeated, List<SequenceConflict> conflicts) {

    /** Each conflict is a fault to investigate; the first ones are enough for that. */
    public static final int MAX_CONFLICTS = 200;

    /** The gaps are in one document with the head of the chain, which must stay small. */
    public static final int MAX_LISTED = 20_000;

    public static final JournalGaps NONE = new JournalGaps(List.of(), 0, 0, 0, List.of());

    public JournalGaps {
        open = List.copyOf(open);
        conflicts = List.copyOf(conflicts);
    }

    /**
     * The gaps after an event is journalled. The first number of a later epoch opens no gap: a restored service counts on
     * from its backup, and the numbers before belong to the epoch before.
     *
     * @param highest highest number of its stream before it; 0 for none
     */
    JournalGaps after(RecordedEvent event, long highest, Instant now) {
        boolean beginsEpoch = event.epoch() > 0 && highest == 0;
        if (!event.hasSequence() || event.sequence() == highest + 1 || beginsEpoch) {
            return this;
        }
        return event.sequence() > highest
                ? opening(new StreamGap(event.stream(), highest + 1, event.sequence() - 1, now))
                : closing(event, now);
    }

    private JournalGaps opening(StreamGap gap) {
        if (open.size() >= MAX_LISTED) {
            return new JournalGaps(open, unlisted + 1, found + 1, repeated, conflicts);
        }
        List<StreamGap> next = new ArrayList<>(open);
        next.add(gap);
        return new JournalGaps(next, unlisted, found + 1, repeated, conflicts);
    }

    private JournalGaps closing(RecordedEvent event, Instant now) {
        List<StreamGap> rest = new ArrayList<>(open.size());
        boolean wasMissing = false;
        for (StreamGap gap : open) {
            if (gap.contains(event.stream(), event.sequence())) {
                wasMissing = true;
                rest.addAll(gap.without(event.sequence()));
            } else {
                rest.add(gap);
            }
        }
        return wasMissing ? new JournalGaps(rest, unlisted, found, repeated, conflicts) : conflicting(event, now);
    }

    private JournalGaps conflicting(RecordedEvent event, Instant now) {
        List<SequenceConflict> more = new ArrayList<>(conflicts);
        if (more.size() < MAX_CONFLICTS) {
            more.add(new SequenceConflict(event.stream(), event.sequence(), event.id(), now));
        }
        return new JournalGaps(open, unlisted, found, repeated + 1, more);
    }
}
