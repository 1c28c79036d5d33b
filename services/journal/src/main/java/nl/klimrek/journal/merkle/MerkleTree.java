package nl.klimrek.journal.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree of a given size in tiles: its root and its proofs (RFC 9162 §2.1.3 and §2.1.4). A proof reads two or three tiles of
 * a level at most, whatever the size.
 */
public final class MerkleTree {

    private final long size;
    private final TileSource tiles;

    /**
     * A tree as it was when it had this many leaves.
     *
     * @param tiles tiles of that tree or a later one
     */
    public MerkleTree(long size, TileSource tiles) {
        this.size = size;
        this.tiles = tiles;
    }

    /** The root. */
    public NodeHash root() {
        return size == 0 ? NodeHash.EMPTY : root(0, size);
    }

    /**
     * The inclusion proof of a leaf, from the leaf upwards.
     *
     * @param index the leaf's index, from 0
     * @throws IllegalArgumentException when the tree has no such leaf
     */
    public List<NodeHash> inclusionProof(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("a tree of " + size + " leaves has no leaf " + index);
        }
        List<NodeHash> proof = new ArrayList<>();
        addPath(index, 0, size, proof);
        return List.copyOf(proof);
    }

    /**
     * The proof that this tree continues the one of an earlier size.
     *
     * @throws IllegalArgumentException when that size is 0 or above the present one
     */
    public List<NodeHash> consistencyProof(long earlier) {
        if (earlier < 1 || earlier > size) {
            throw new IllegalArgumentException("a tree of " + size + " leaves does not continue one of " + earlier);
        }
        List<NodeHash> proof = new ArrayList<>();
        addSubproof(earlier, 0, size, true, proof);
        return List.copyOf(proof);
    }

    private void addPath(long index, long begin, long end, List<NodeHash> proof) {
        if (end - begin == 1) {
            return;
        }
        long middle = begin + split(end - begin);
        if (index < middle) {
            addPath(index, begin, middle, proof);
            proof.add(root(middle, end));
        } else {
            addPath(index, middle, end, proof);
            proof.add(root(begin, middle));
        }
    }

    /** @param known whether the verifier has the root of the leaves from begin to the earlier end, because it is the earlier root */
    private void addSubproof(long earlier, long begin, long end, boolean known, List<NodeHash> proof) {
        if (earlier == end) {
            if (!known) {
                proof.add(root(begin, end));
            }
            return;
        }
        long middle = begin + split(end - begin);
        if (earlier <= middle) {
            addSubproof(earlier, begin, middle, known, proof);
            proof.add(root(middle, end));
        } else {
            addSubproof(earlier, middle, end, false, proof);
            proof.add(root(begin, middle));
        }
    }

    /** The root of the leaves from begin to end. */
    private NodeHash root(long begin, long end) {
        long count = end - begin;
        if (Long.bitCount(count) == 1) {
            return complete(begin, Long.numberOfTrailingZeros(count));
        }
        long middle = begin + split(count);
        return NodeHash.ofChildren(root(begin, middle), root(middle, end));
    }

    private NodeHash complete(long begin, int height) {
        int level = height / Tile.HEIGHT;
        int above = height % Tile.HEIGHT;
        long first = begin >> level * Tile.HEIGHT;
        Tile tile = tiles.tile(level, first >> Tile.HEIGHT);
        int offset = (int) (first & Tile.WIDTH - 1);
        if (offset + (1 << above) > tile.width()) {
            throw new DamagedTreeException("the tile " + tile + " is too short for a tree of " + size + " leaves");
        }
        return tile.root(offset, above);
    }

    /** The largest power of two below the number of leaves. */
    private static long split(long count) {
        return Long.highestOneBit(count - 1);
    }
}
