package nl.klimrek.journal.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.ChainHead;
import nl.klimrek.journal.merkle.TreeEdge;
import nl.klimrek.journal.store.entry.DocumentNames;
import nl.klimrek.journal.store.entry.TileCodec;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Stores the head of each chain. Its conditional write puts concurrent appends in order. */
final class ChainHeadRepository {

    private static final Document WITHOUT_TAIL = new Document(ChainHeadCodec.TAIL, 0);

    private final MongoCollection<Document> heads;

    ChainHeadRepository(MongoDatabase database) {
        heads = database.getCollection("heads");
    }

    StoredChainHead find(Organisation organisation) {
        Document document = heads.find(new Document("_id", DocumentNames.head(organisation)))
                .first();
        return document == null
                ? new StoredChainHead(ChainHead.empty(organisation), List.of(), List.of())
                : new StoredChainHead(
                        ChainHeadCodec.read(document),
                        ChainHeadCodec.pending(document),
                        ChainHeadCodec.tiles(document));
    }

    /** The head without its pending entries, which can be megabytes. */
    ChainHead findWithoutPending(Organisation organisation) {
        Document document = heads.find(new Document("_id", DocumentNames.head(organisation)))
                .projection(WITHOUT_TAIL)
                .first();
        return document == null ? ChainHead.empty(organisation) : ChainHeadCodec.read(document);
    }

    /** The organisations that have a head, in order of name, after this one. */
    List<Organisation> findOrganisations(@Nullable String after, int limit) {
        Document query = after == null
                ? new Document()
                : new Document("_id", new Document("$gt", DocumentNames.head(new Organisation(after))));
        return heads.find(query)
                .projection(new Document("_id", 1))
                .sort(new Document("_id", 1))
                .limit(limit)
                .map(document -> Key.parse(document.getString("_id")).organisation())
                .into(new ArrayList<>());
    }

    /** The heads of these organisations, without their pending entries. */
    List<ChainHead> findAll(List<Organisation> organisations) {
        List<String> names = organisations.stream().map(DocumentNames::head).toList();
        return heads.find(new Document("_id", new Document("$in", names)))
                .projection(WITHOUT_TAIL)
                .map(ChainHeadCodec::read)
                .into(new ArrayList<>());
    }

    /** Replaces the head from which the next one was made; false when it is no longer the head. */
    boolean advance(StoredChainHead next) {
        Document fields = ChainHeadCodec.fields(next);
        String id = DocumentNames.head(next.head().organisation());
        long version = next.head().version();
        if (version == 1) {
            return insert(new Document("_id", id).append(ChainHeadCodec.VERSION, 1L), fields);
        }
        Document current = new Document("_id", id)
                .append(
                        "$or",
                        List.of(
                                new Document(ChainHeadCodec.VERSION, version - 1),
                                new Document(ChainHeadCodec.FORMER_VERSION, version - 1)));
        fields.append(ChainHeadCodec.VERSION, version);
        Document change =
                new Document("$set", fields).append("$unset", new Document(ChainHeadCodec.FORMER_VERSION, ""));
        return heads.updateOne(current, change).getMatchedCount() == 1;
    }

    /** Replaces a tree that lacks entries by a larger one that still does; false when somebody else has replaced it. */
    boolean growTree(Organisation organisation, TreeEdge from, TreeEdge to) {
        Document current = new Document("_id", DocumentNames.head(organisation))
                .append(TileCodec.TREE + "." + TileCodec.SIZE, from.size() == 0 ? null : from.size());
        Document change = new Document("$set", new Document(TileCodec.TREE, TileCodec.writeEdge(to)));
        return heads.updateOne(current, change).getMatchedCount() == 1;
    }

    private boolean insert(Document document, Document fields) {
        document.putAll(fields);
        try {
            heads.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }
}
