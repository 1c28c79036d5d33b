package nl.klimrek.journal.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a tree: at each level the tile that is not full yet. With the full tiles it is the whole tree; alone it
 * is enough to append leaves and to know the root. Immutable; at most 255 hashes a level, so 16 kB for ten million leaves.
 */
public final class TreeEdge {

    /** The edge of the tree without leaves. */
    public static final TreeEdge EMPTY = new TreeEdge(0, List.of());

    private final long size;
    private final List<Tile> tiles;

    private TreeEdge(long size, List<Tile> tiles) {
        this.size = size;
        this.tiles = List.copyOf(tiles);
    }

    /**
     * An edge from its parts.
     *
     * @param size number of leaves
     * @param hashes the bytes of the partial tile of each level, from the leaves upwards
     * @throws IllegalArgumentException when they are not of a tree of this size
     */
    public static TreeEdge of(long size, List<byte[]> hashes) {
        if (size < 0) {
            throw new IllegalArgumentException("a tree has no negative size");
        }
        List<Tile> tiles = new ArrayList<>();
        for (int level = 0; level < hashes.size(); level++) {
            Tile tile = Tile.of(level, tileIndex(size, level), hashes.get(level));
            if (tile.width() != width(size, level)) {
                throw new IllegalArgumentException("the edge is not of a tree with " + size + " leaves");
            }
            tiles.add(tile);
        }
        if (hashes.size() != levels(size)) {
            throw new IllegalArgumentException("the edge has other levels than a tree with " + size + " leaves");
        }
        return new TreeEdge(size, tiles);
    }

    /**
     * The result of an append.
     *
     * @param edge the edge afterwards
     * @param completed the tiles that became full; none of them changes any more
     */
    public record Growth(TreeEdge edge, List<Tile> completed) {
        public Growth {
            completed = List.copyOf(completed);
        }
    }

    /** Appends leaves by their hashes. */
    public Growth append(List<NodeHash> leaves) {
        List<TileBuilder> levels = new ArrayList<>();
        tiles.forEach(tile -> levels.add(new TileBuilder(tile)));
        List<Tile> completed = new ArrayList<>();
        for (NodeHash leaf : leaves) {
            add(leaf, levels, completed);
        }
        TreeEdge edge = new TreeEdge(
                size + leaves.size(), levels.stream().map(TileBuilder::tile).toList());
        return new Growth(edge, completed);
    }

    private static void add(NodeHash leaf, List<TileBuilder> levels, List<Tile> completed) {
        NodeHash added = leaf;
        for (int level = 0; ; level++) {
            if (level == levels.size()) {
                levels.add(new TileBuilder(Tile.of(level, 0, new byte[0])));
            }
            TileBuilder builder = levels.get(level);
            builder.add(added);
            if (!builder.isFull()) {
                return;
            }
            Tile full = builder.tile();
            completed.add(full);
            added = full.root(0, Tile.HEIGHT);
            builder.next();
        }
    }

    /** Number of leaves. */
    public long size() {
        return size;
    }

    /** Number of levels with a tile; 0 without leaves. */
    public int levels() {
        return tiles.size();
    }

    /** The tile of this level that is not full. */
    public Tile tile(int level) {
        return tiles.get(level);
    }

    /** The root of the tree. */
    public NodeHash root() {
        List<NodeHash> subtrees = new ArrayList<>();
        for (int level = tiles.size() - 1; level >= 0; level--) {
            subtrees.addAll(tiles.get(level).subtrees());
        }
        return CompactRange.root(subtrees);
    }

    /** Levels with a tile, full or not, of a tree of this size. */
    private static int levels(long size) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(size);
        return (bits + Tile.HEIGHT - 1) / Tile.HEIGHT;
    }

    /** Number of hashes in the partial tile of a level. */
    private static int width(long size, int level) {
        return (int) (size >> Tile.HEIGHT * level & Tile.WIDTH - 1);
    }

    private static long tileIndex(long size, int level) {
        return Tile.HEIGHT * (level + 1) < Long.SIZE ? size >> Tile.HEIGHT * (level + 1) : 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TreeEdge edge && size == edge.size && tiles.equals(edge.tiles);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(size);
    }

    @Override
    public String toString() {
        return "edge of " + size + " leaves";
    }
}
