package nl.klimrek.journal.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.chain.ChainFault;
import nl.klimrek.journal.chain.ChainHead;
import nl.klimrek.journal.checkpoint.Checkpoint;
import nl.klimrek.journal.merkle.DamagedTreeException;
import nl.klimrek.journal.merkle.NodeHash;
import nl.klimrek.journal.merkle.Tile;
import nl.klimrek.journal.merkle.TreeEdge;
import nl.klimrek.journal.note.NoteKey;
import nl.klimrek.journal.note.SignedNote;
import nl.klimrek.journal.note.TreeCheckpoint;
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

    /** The first fault of the notes of checkpoints; empty when each names a root of this tree and is signed by one of these keys. */
    Optional<ChainFault> faultOfNotes(List<Checkpoint> signed, List<NoteKey> keys) {
        return signed.stream()
                .flatMap(checkpoint -> faultOfNote(checkpoint, keys).stream())
                .findFirst();
    }

    private Optional<ChainFault> faultOfNote(Checkpoint checkpoint, List<NoteKey> keys) {
        String text = checkpoint.note();
        if (text == null) {
            return Optional.empty();
        }
        Optional<SignedNote> note = SignedNote.parse(text);
        boolean valid = note.filter(parsed -> keys.stream().anyMatch(parsed::isSignedBy))
                .isPresent();
        if (!valid) {
            return Optional.of(new ChainFault(checkpoint.position(), ChainFault.Reason.SIGNATURE_INVALID));
        }
        return checkpoint.tree().filter(this::isOfThisTree).isPresent()
                ? Optional.empty()
                : Optional.of(new ChainFault(checkpoint.position(), ChainFault.Reason.TREE_DIFFERS));
    }

    private boolean isOfThisTree(TreeCheckpoint signed) {
        try {
            return signed.size() <= head.tree().size()
                    && journal.tree(head, signed.size()).root().equals(signed.root());
        } catch (DamagedTreeException missing) {
            return false;
        }
    }

    private boolean isStored(Tile tile) {
        try {
            return journal.tile(head, tile.level(), tile.index()).equals(tile);
        } catch (DamagedTreeException missing) {
            return false;
        }
    }
}
