package nl.klimrek.journal.chain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.merkle.Tile;
import nl.klimrek.journal.merkle.TreeEdge;

/**
 * The end of an organisation's chain.
 *
 * @param version number of appends
 * @param position number of entries
 * @param hash hash of the last entry; the genesis hash before the first
 * @param gaps sequence gaps and conflicts
 * @param tree right edge of the tree over the entries' hashes; of fewer entries until a migration has added those of a former
 *     version
 */
public record ChainHead(
        Organisation organisation, long version, long position, Hash hash, JournalGaps gaps, TreeEdge tree) {

    public ChainHead {
        Objects.requireNonNull(organisation, "organisation");
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(gaps, "gaps");
        Objects.requireNonNull(tree, "tree");
    }

    /** A head whose entries are not in a tree, as a former version wrote it. */
    public ChainHead(Organisation organisation, long version, long position, Hash hash, JournalGaps gaps) {
        this(organisation, version, position, hash, gaps, TreeEdge.EMPTY);
    }

    /** Whether the tree has every entry. */
    public boolean hasTree() {
        return tree.size() == position;
    }

    /** The next version of this head, with every entry in the tree. */
    public ChainHead withTree(TreeEdge complete) {
        return new ChainHead(organisation, version + 1, position, hash, gaps, complete);
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
        TreeEdge.Growth growth = hasTree()
                ? tree.append(entries.stream().map(ChainEntry::leaf).toList())
                : new TreeEdge.Growth(tree, List.of());
        ChainHead extended =
                new ChainHead(organisation, version + 1, position + entries.size(), previous, missing, growth.edge());
        return new Extension(extended, entries, reached, growth.completed());
    }

    /**
     * The result of an append.
     *
     * @param head the new head
     * @param entries the appended entries, in order
     * @param highest highest number of each stream after the append
     * @param tiles tiles of the tree that became full
     */
    public record Extension(ChainHead head, List<ChainEntry> entries, Map<String, Long> highest, List<Tile> tiles) {
        public Extension {
            entries = List.copyOf(entries);
            highest = Map.copyOf(highest);
            tiles = List.copyOf(tiles);
        }
    }
}
