package nl.klimrek.journal.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.chain.ChainFault;
import nl.klimrek.journal.chain.ChainFault.Reason;
import nl.klimrek.journal.merkle.CompactRange;
import nl.klimrek.journal.merkle.NodeHash;
import nl.klimrek.journal.note.NoteKey;
import nl.klimrek.journal.note.SignedNote;
import nl.klimrek.journal.note.TreeCheckpoint;

/**
 * The signed roots of a running journal, compared with the tree over the entries of its export. The tree is computed from the
 * export alone; memory does not grow with it.
 */
final class TreeNotes {

    private final List<String> notes;
    private final List<NoteKey> keys;
    private final CompactRange tree = new CompactRange();
    private final Map<Long, NodeHash> roots = new HashMap<>();

    /**
     * @param notes signed notes, see {@code note} of a checkpoint
     * @param keys verifier keys of those who may sign them
     */
    TreeNotes(List<String> notes, List<NoteKey> keys) {
        this.notes = List.copyOf(notes);
        this.keys = List.copyOf(keys);
    }

    /** No signed roots, as for a file. */
    static TreeNotes none() {
        return new TreeNotes(List.of(), List.of());
    }

    /** Reads the notes; the fault of the first that is not a signed root of this organisation's tree. */
    Optional<ChainFault> begin(Organisation organisation) {
        for (String text : notes) {
            Optional<TreeCheckpoint> signed = SignedNote.parse(text)
                    .filter(note -> keys.stream().anyMatch(note::isSignedBy))
                    .flatMap(note -> TreeCheckpoint.parse(note.text()))
                    .filter(checkpoint -> checkpoint.origin().endsWith("/" + organisation.value()));
            if (signed.isEmpty()) {
                return Optional.of(new ChainFault(0, Reason.SIGNATURE_INVALID));
            }
            NodeHash other = roots.put(signed.get().size(), signed.get().root());
            if (other != null && !other.equals(signed.get().root())) {
                return Optional.of(new ChainFault(signed.get().size(), Reason.TREE_DIFFERS));
            }
        }
        return Optional.empty();
    }

    /** Adds the next entry; the fault when another root was signed here. */
    Optional<ChainFault> add(ChainEntry entry) {
        tree.append(entry.leaf());
        NodeHash signed = roots.get(tree.size());
        return signed == null || signed.equals(tree.root())
                ? Optional.empty()
                : Optional.of(new ChainFault(entry.position(), Reason.TREE_DIFFERS));
    }

    /** The fault when a root of more entries was signed, or another one of no entries. */
    Optional<ChainFault> end() {
        if (!roots.getOrDefault(0L, NodeHash.EMPTY).equals(NodeHash.EMPTY)) {
            return Optional.of(new ChainFault(0, Reason.TREE_DIFFERS));
        }
        return roots.keySet().stream().anyMatch(size -> size > tree.size())
                ? Optional.of(new ChainFault(tree.size() + 1, Reason.MISSING))
                : Optional.empty();
    }

    /** Number of signed roots. */
    int size() {
        return roots.size();
    }
}
