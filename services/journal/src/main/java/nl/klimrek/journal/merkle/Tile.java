package nl.klimrek.journal.merkle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A tile: up to 256 consecutive hashes of the tree's level {@code 8 × level}, from which the eight levels above it are
 * computed (<a href="https://c2sp.org/tlog-tiles">c2sp.org/tlog-tiles</a>).
 */
public final class Tile {

    /** Levels of the tree in a tile. */
    public static final int HEIGHT = 8;

    /** Hashes in a full tile. */
    public static final int WIDTH = 1 << HEIGHT;

    private static final int PATH_GROUP = 1_000;

    private final int level;
    private final long index;
    private final byte[] hashes;

    private Tile(int level, long index, byte[] hashes) {
        this.level = level;
        this.index = index;
        this.hashes = hashes;
    }

    /**
     * A tile from its bytes.
     *
     * @param hashes the hashes one after the other
     * @throws IllegalArgumentException when they are no whole hashes or too many
     */
    public static Tile of(int level, long index, byte[] hashes) {
        if (level < 0 || index < 0 || hashes.length % NodeHash.BYTES != 0 || hashes.length > WIDTH * NodeHash.BYTES) {
            throw new IllegalArgumentException("a tile holds up to 256 hashes of 32 bytes");
        }
        return new Tile(level, index, hashes.clone());
    }

    /** Level in tiles, from 0. */
    public int level() {
        return level;
    }

    /** Number of the tile within its level, from 0. */
    public long index() {
        return index;
    }

    /** Number of hashes. */
    public int width() {
        return hashes.length / NodeHash.BYTES;
    }

    /** The hashes one after the other. */
    public byte[] bytes() {
        return hashes.clone();
    }

    /** The first hashes of this tile, as it was before the later ones. */
    public Tile first(int width) {
        if (width > width()) {
            throw new IllegalArgumentException("the tile has " + width() + " hashes");
        }
        return new Tile(level, index, Arrays.copyOf(hashes, width * NodeHash.BYTES));
    }

    /** Its path in a log's folder, without a leading slash. */
    public String path() {
        String partial = width() == WIDTH ? "" : ".p/" + width();
        return "tile/" + level + "/" + number(index) + partial;
    }

    /** A number in such a path: groups of three digits, each but the last in a folder of its own. */
    public static String number(long index) {
        StringBuilder path = new StringBuilder(String.format(Locale.ROOT, "%03d", index % PATH_GROUP));
        for (long rest = index / PATH_GROUP; rest > 0; rest /= PATH_GROUP) {
            path.insert(0, String.format(Locale.ROOT, "x%03d/", rest % PATH_GROUP));
        }
        return path.toString();
    }

    /**
     * The root of a complete subtree.
     *
     * @param begin its first hash
     * @param height its levels above the hashes: it has 2^height of them
     */
    NodeHash root(int begin, int height) {
        int count = 1 << height;
        if (begin + count > width()) {
            throw new IllegalArgumentException("the tile " + path() + " has too few hashes");
        }
        NodeHash[] nodes = new NodeHash[count];
        for (int i = 0; i < count; i++) {
            nodes[i] = NodeHash.read(hashes, (begin + i) * NodeHash.BYTES);
        }
        for (int rest = count / 2; rest > 0; rest /= 2) {
            for (int i = 0; i < rest; i++) {
                nodes[i] = NodeHash.ofChildren(nodes[2 * i], nodes[2 * i + 1]);
            }
        }
        return nodes[0];
    }

    /** The roots of the complete subtrees that make up this tile, largest first. */
    List<NodeHash> subtrees() {
        List<NodeHash> subtrees = new ArrayList<>();
        int begin = 0;
        for (int height = HEIGHT; height >= 0; height--) {
            if ((width() & (1 << height)) != 0) {
                subtrees.add(root(begin, height));
                begin += 1 << height;
            }
        }
        return subtrees;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tile tile
                && level == tile.level
                && index == tile.index
                && Arrays.equals(hashes, tile.hashes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hashes);
    }

    @Override
    public String toString() {
        return path();
    }
}
