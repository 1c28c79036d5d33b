package nl.klimrek.journal.merkle;

/** Gives the tiles of a tree. */
public interface TileSource {

    /**
     * The tile of this level and number with all of its hashes that are known.
     *
     * @throws DamagedTreeException when it is missing
     */
    Tile tile(int level, long index);
}
