package nl.klimrek.journal.merkle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A tree with all of its tiles in memory, for tests. */
final class TileStore implements TileSource {

    private final Map<String, Tile> full = new HashMap<>();
    private TreeEdge edge = TreeEdge.EMPTY;

    /** Appends leaves by their data. */
    void append(List<byte[]> leaves) {
        TreeEdge.Growth growth =
                edge.append(leaves.stream().map(NodeHash::ofLeaf).toList());
        growth.completed().forEach(tile -> full.put(tile.level() + "/" + tile.index(), tile));
        edge = growth.edge();
    }

    TreeEdge edge() {
        return edge;
    }

    MerkleTree at(long size) {
        return new MerkleTree(size, this);
    }

    @Override
    public Tile tile(int level, long index) {
        Tile tile = full.get(level + "/" + index);
        return tile == null ? edge.tile(level) : tile;
    }
}
