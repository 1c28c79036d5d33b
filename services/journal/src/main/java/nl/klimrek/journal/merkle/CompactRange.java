package nl.klimrek.journal.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * The roots of the complete subtrees of a growing tree, largest first: all that is needed to append a leaf or to know the
 * root. Holds at most 63 hashes; an append costs at most as many.
 */
public final class CompactRange {

    private final List<NodeHash> roots = new ArrayList<>();
    private long size;

    /** Appends a leaf by its hash. */
    public void append(NodeHash leaf) {
        NodeHash root = leaf;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            root = NodeHash.ofChildren(roots.remove(roots.size() - 1), root);
        }
        roots.add(root);
        size++;
    }

    /** Number of leaves. */
    public long size() {
        return size;
    }

    /** The root of the tree. */
    public NodeHash root() {
        return root(roots);
    }

    /** The root above complete subtrees, from left to right. */
    static NodeHash root(List<NodeHash> subtrees) {
        if (subtrees.isEmpty()) {
            return NodeHash.EMPTY;
        }
        NodeHash root = subtrees.get(subtrees.size() - 1);
        for (int i = subtrees.size() - 2; i >= 0; i--) {
            root = NodeHash.ofChildren(subtrees.get(i), root);
        }
        return root;
    }
}
