package nl.klimrek.journal.store;

import java.util.List;
import nl.klimrek.journal.chain.ChainHead;
import nl.klimrek.journal.merkle.Tile;
import org.bson.Document;

/** A head with the pending entries and tiles of its last append, which may not be stored elsewhere yet. */
final class StoredChainHead {

    private final ChainHead head;
    private final List<Document> pending;
    private final List<Tile> tiles;

    StoredChainHead(ChainHead head, List<Document> pending, List<Tile> tiles) {
        this.head = head;
        this.pending = List.copyOf(pending);
        this.tiles = List.copyOf(tiles);
    }

    ChainHead head() {
        return head;
    }

    List<Document> pending() {
        return pending;
    }

    List<Tile> tiles() {
        return tiles;
    }
}
