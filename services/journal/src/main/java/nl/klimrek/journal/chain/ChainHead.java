package nl.klimrek.journal.chain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.klimrek.eventing.Organisation;

/**
 * The end of an organisation's chain.
 *
 * @param organisation whose chain
 * @param version rises with every append; 0 before the first
 * @param position number of entries
 * @param hash hash of the last entry; the genesis hash before the first
 * @param gaps what the journal misses
 */
public record ChainHead(Organisation organisation, long version, long position, Hash hash, JournalGaps gaps) {

    public ChainHead {
        Objects.requireNonNull(organisation, "organisation");
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(gaps, "gaps");
    }

    /** Before the first entry. */
    public static ChainHead empty(Organisation organisation) {
        return new ChainHead(organisation, 0, 0, EntryEncoding.genesis(organisation), JournalGaps.NONE);
    }

    /**
     * What the chain becomes when these steps are put after it, in this order.
     *
     * @param drafts none of which is in the chain yet
     * @param highest by stream, the highest number the chain has; no entry means none
     */
    public Extension extend(List<NewEntry> drafts, Map<String, Long> highest, Instant now) {
        List<ChainEntry> entries = new ArrayList<>(drafts.size());
        Map<String, Long> reached = new HashMap<>(highest);
        Hash previous = hash;
        JournalGaps missing = gaps;
        for (NewEntry draft : drafts) {
            RecordedEvent step = draft.step();
            ChainEntry entry = ChainEntry.after(previous, position + entries.size() + 1, draft, now);
            missing = missing.with(step, reached.getOrDefault(step.stream(), 0L), now);
            if (step.counted()) {
                reached.merge(step.stream(), step.sequence(), Math::max);
            }
            entries.add(entry);
            previous = entry.hash();
        }
        ChainHead next = new ChainHead(organisation, version + 1, position + entries.size(), previous, missing);
        return new Extension(next, entries, reached);
    }

    /**
     * What an append adds.
     *
     * @param head the head afterwards
     * @param entries the new entries, one for each draft, in order
     * @param highest by stream that counts, the highest number the chain has afterwards
     */
    public record Extension(ChainHead head, List<ChainEntry> entries, Map<String, Long> highest) {
        public Extension {
            entries = List.copyOf(entries);
            highest = Map.copyOf(highest);
        }
    }
}
