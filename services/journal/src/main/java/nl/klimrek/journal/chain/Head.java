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
public record Head(Organisation organisation, long version, long position, Hash hash, Gaps gaps) {

    public Head {
        Objects.requireNonNull(organisation, "organisation");
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(gaps, "gaps");
    }

    /** Before the first entry. */
    public static Head empty(Organisation organisation) {
        return new Head(organisation, 0, 0, EntryEncoding.genesis(organisation), Gaps.NONE);
    }

    /**
     * What the chain becomes when these steps are put after it, in this order.
     *
     * @param drafts none of which is in the chain yet
     * @param highest by stream, the highest number the chain has; no entry means none
     */
    public Extension extend(List<Draft> drafts, Map<String, Long> highest, Instant now) {
        List<Entry> entries = new ArrayList<>(drafts.size());
        Map<String, Long> reached = new HashMap<>(highest);
        Hash previous = hash;
        Gaps missing = gaps;
        for (Draft draft : drafts) {
            Step step = draft.step();
            Entry entry = Entry.after(previous, position + entries.size() + 1, draft, now);
            missing = missing.with(step, reached.getOrDefault(step.stream(), 0L), now);
            if (step.counted()) {
                reached.merge(step.stream(), step.sequence(), Math::max);
            }
            entries.add(entry);
            previous = entry.hash();
        }
        Head next = new Head(organisation, version + 1, position + entries.size(), previous, missing);
        return new Extension(next, entries, reached);
    }

    /**
     * What an append adds.
     *
     * @param head the head afterwards
     * @param entries the new entries, one for each draft, in order
     * @param highest by stream that counts, the highest number the chain has afterwards
     */
    public record Extension(Head head, List<Entry> entries, Map<String, Long> highest) {
        public Extension {
            entries = List.copyOf(entries);
            highest = Map.copyOf(highest);
        }
    }
}
