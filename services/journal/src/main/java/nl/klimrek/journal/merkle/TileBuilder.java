package nl.klimrek.journal.merkle;

import java.util.Arrays;

/** Fills the tiles of one level, one after the other. */
final class TileBuilder {

    private final int level;
    private final byte[] hashes = new byte[Tile.WIDTH * NodeHash.BYTES];
    private long index;
    private int width;

    TileBuilder(Tile begun) {
        level = begun.level();
        index = begun.index();
        width = begun.width();
        System.arraycopy(begun.bytes(), 0, hashes, 0, width * NodeHash.BYTES);
    }

    void add(NodeHash hash) {
        hash.write(hashes, width * NodeHash.BYTES);
        width++;
    }

    boolean isFull() {
        return width == Tile.WIDTH;
    }

    /** Begins the next tile. */
    void next() {
        index++;
        width = 0;
    }

    Tile tile() {
        return Tile.of(level, index, Arrays.copyOf(hashes, width * NodeHash.BYTES));
    }
}
