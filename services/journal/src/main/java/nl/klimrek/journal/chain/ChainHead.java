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
 * @param version number of appends
 * @param position number of entries
 * @param hash hash of the last entry; the genesis hash before the first
 * @param gaps sequence gaps and conflicts
 */
public record ChainHead(Organisation organisation, long version, long position, Hash hash, JournalGaps gaps) {

    public ChainHead {
        Objects.requireNonNull(organisation, "organisation");
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(gaps, "gaps");
    }

    /** The head before the first entry. */
    public static ChainHead empty(Organisation organisation) {
        return new ChainHead(organisation, 0, 0, EntryEncoding.genesis(organisation), JournalGaps.NONE);
    }

    /**
     * Appends entries in this order.
     *
     * @param added entries that are not in the chain yet
     * @param highest highest number of each stream in the chain; a stream without entries is absent
     */
    public Extension extend(List<NewEntry> added, Map<String, Long> highest, Instant now) {
        List<ChainEntry> entries = new ArrayList<>(added.size());
        Map<String, Long> reached = new HashMap<>(highest);
        Hash previous = hash;
        JournalGaps missing = gaps;
        for (NewEntry next : added) {
            RecordedEvent event = next.event();
            ChainEntry entry = ChainEntry.after(previous, position + entries.size() + 1, next, now);
            missing = missing.after(event, reached.getOrDefault(event.stream(), 0L), now);
            if (event.hasSequence()) {
                reached.merge(event.stream(), event.sequence(), Math::max);
            }
            entries.add(entry);
            previous = entry.hash();
        }
        ChainHead extended = new ChainHead(organisation, version + 1, position + entries.size(), previous, missing);
        return new Extension(extended, entries, reached);
    }

    /**
     * The result of an append.
     *
     * @param head the new head
     * @param entries the appended entries, in order
     * @param highest highest number of each stream after the append
     */
    public record Extension(ChainHead head, List<ChainEntry> entries, Map<String, Long> highest) {
        public Extension {
            entries = List.copyOf(entries);
            highest = Map.copyOf(highest);
        }
    }
}
