package nl.klimrek.journal.store.entry;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Optional;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.merkle.Tile;
import org.bson.Document;

/** Stores the full tiles of each organisation's tree. The others are in the head. */
public final class TileRepository {

    public static final String COLLECTION = "chain_tiles";

    private final MongoCollection<Document> tiles;
    private final RepeatableInsert insert;

    public TileRepository(MongoDatabase database) {
        tiles = database.getCollection(COLLECTION);
        insert = RepeatableInsert.ofTiles(database);
    }

    /**
     * Inserts the tiles that are not stored yet.
     *
     * @throws ForkedChainException when another tile is stored in the place of one of these
     */
    public void insert(Organisation organisation, List<Tile> full) {
        insert.insert(full.stream().map(tile -> document(organisation, tile)).toList());
    }

    /** The full tile; empty when it is not stored or damaged. */
    public Optional<Tile> find(Organisation organisation, int level, long index) {
        Document found = tiles.find(new Document("_id", name(organisation, level, index)))
                .first();
        try {
            return Optional.ofNullable(found).map(TileCodec::read).filter(tile -> tile.width() == Tile.WIDTH);
        } catch (IllegalArgumentException | NullPointerException | ClassCastException damaged) {
            return Optional.empty();
        }
    }

    private static Document document(Organisation organisation, Tile tile) {
        long last = tile.index() + 1 << Tile.HEIGHT * (tile.level() + 1);
        return TileCodec.write(tile)
                .append("_id", name(organisation, tile.level(), tile.index()))
                .append(EntryCodec.POSITION, last);
    }

    private static String name(Organisation organisation, int level, long index) {
        return Key.of(organisation, level + ":" + index).value();
    }
}
