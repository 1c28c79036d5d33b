package nl.klimrek.journal.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.chain.ChainHead;
import nl.klimrek.journal.merkle.DamagedTreeException;
import nl.klimrek.journal.merkle.NodeHash;
import nl.klimrek.journal.merkle.Tile;
import nl.klimrek.journal.merkle.TreeEdge;
import nl.klimrek.journal.store.JournalStore;

/** Computes the tree of a chain again, page by page, and compares each stored tile and the edge in the head with it. */
final class StoredTreeVerifier {

    private final JournalStore journal;
    private final ChainHead head;
    private TreeEdge computed = TreeEdge.EMPTY;

    StoredTreeVerifier(JournalStore journal, ChainHead head) {
        this.journal = journal;
        this.head = head;
    }

    /**
     * Adds the next entries of the chain.
     *
     * @param entries all of them, by position
     * @return the last position of the first tile that differs; empty when none does. Entries that a migration has not added to
     *     the tree yet are not compared
     */
    OptionalLong firstDifference(Map<Long, ChainEntry> entries, long from, long to) {
        List<NodeHash> leaves = new ArrayList<>();
        for (long position = from; position <= Math.min(to, head.tree().size()); position++) {
            leaves.add(Objects.requireNonNull(entries.get(position)).leaf());
        }
        TreeEdge.Growth growth = computed.append(leaves);
        computed = growth.edge();
        for (Tile tile : growth.completed()) {
            if (!isStored(tile)) {
                return OptionalLong.of(tile.index() + 1 << Tile.HEIGHT * (tile.level() + 1));
            }
        }
        return computed.size() == head.tree().size() && !computed.equals(head.tree())
                ? OptionalLong.of(computed.size())
                : OptionalLong.empty();
    }

    private boolean isStored(Tile tile) {
        try {
            return journal.tile(head, tile.level(), tile.index()).equals(tile);
        } catch (DamagedTreeException missing) {
            return false;
        }
    }
}
