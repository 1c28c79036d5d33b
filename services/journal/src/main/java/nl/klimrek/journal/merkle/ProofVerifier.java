package nl.klimrek.journal.merkle;

import java.util.List;

/** Verifies inclusion and consistency proofs (RFC 9162 §2.1.3.2 and §2.1.4.2). */
public final class ProofVerifier {

    private ProofVerifier() {}

    /**
     * Whether a leaf is in a tree.
     *
     * @param leaf hash of the leaf
     * @param index its index, from 0
     */
    public static boolean included(NodeHash leaf, long index, long size, List<NodeHash> proof, NodeHash root) {
        if (index < 0 || index >= size || proof.size() != inner(index, size) + border(index, size)) {
            return false;
        }
        int inner = inner(index, size);
        NodeHash computed = aboveInner(leaf, index, proof.subList(0, inner));
        return aboveBorder(computed, proof.subList(inner, proof.size())).equals(root);
    }

    /** Whether a tree continues an earlier one, which has at least one leaf. */
    public static boolean consistent(
            long earlier, long size, List<NodeHash> proof, NodeHash earlierRoot, NodeHash root) {
        if (earlier < 1 || earlier > size) {
            return false;
        }
        if (earlier == size) {
            return proof.isEmpty() && earlierRoot.equals(root);
        }
        int shift = Long.numberOfTrailingZeros(earlier);
        int inner = inner(earlier - 1, size) - shift;
        // The root of a complete earlier tree is a node of the later one, and not repeated in the proof.
        int begin = Long.bitCount(earlier) == 1 ? 0 : 1;
        if (proof.size() != begin + inner + border(earlier - 1, size)) {
            return false;
        }
        NodeHash common = begin == 0 ? earlierRoot : proof.get(0);
        List<NodeHash> beside = proof.subList(begin, begin + inner);
        List<NodeHash> border = proof.subList(begin + inner, proof.size());
        long path = earlier - 1 >> shift;
        return aboveBorder(aboveLeftOnly(common, path, beside), border).equals(earlierRoot)
                && aboveBorder(aboveInner(common, path, beside), border).equals(root);
    }

    /** Levels up to which the paths of this leaf and of the last one differ. */
    private static int inner(long index, long size) {
        return Long.SIZE - Long.numberOfLeadingZeros(index ^ size - 1);
    }

    /** Levels above them at which the path has a left sibling. */
    private static int border(long index, long size) {
        int inner = inner(index, size);
        return inner == Long.SIZE ? 0 : Long.bitCount(index >> inner);
    }

    private static NodeHash aboveInner(NodeHash from, long path, List<NodeHash> siblings) {
        NodeHash computed = from;
        for (int level = 0; level < siblings.size(); level++) {
            NodeHash sibling = siblings.get(level);
            computed = (path >> level & 1) == 0
                    ? NodeHash.ofChildren(computed, sibling)
                    : NodeHash.ofChildren(sibling, computed);
        }
        return computed;
    }

    private static NodeHash aboveLeftOnly(NodeHash from, long path, List<NodeHash> siblings) {
        NodeHash computed = from;
        for (int level = 0; level < siblings.size(); level++) {
            if ((path >> level & 1) == 1) {
                computed = NodeHash.ofChildren(siblings.get(level), computed);
            }
        }
        return computed;
    }

    private static NodeHash aboveBorder(NodeHash from, List<NodeHash> siblings) {
        NodeHash computed = from;
        for (NodeHash sibling : siblings) {
            computed = NodeHash.ofChildren(sibling, computed);
        }
        return computed;
    }
}
