package nl.klimrek.eventing.schema;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOneModel;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/**
 * Parts that split documents with a due time evenly, whatever their organisation, and the migration of documents of earlier
 * versions: those had no part, and kept an empty due time when there was nothing to do.
 */
public final class DueParts implements StoreMigration {

    /** Number of parts. */
    public static final int COUNT = 32;

    private static final int PAGE_SIZE = 500;
    private static final String DUE = "due";
    private static final String PART = "part";
    private static final Document WITHOUT_PART = new Document(DUE, new Document("$exists", true)).append(PART, null);

    private final MongoCollection<Document> documents;

    DueParts(MongoDatabase database, String collection) {
        this.documents = database.getCollection(collection);
    }

    /** The part of the document with this id, from 0. */
    public static int of(String id) {
        return Math.floorMod(id.hashCode(), COUNT);
    }

    @Override
    public String name() {
        return "due times of " + documents.getNamespace().getCollectionName();
    }

    @Override
    public long remaining() {
        return documents.countDocuments(WITHOUT_PART);
    }

    @Override
    public boolean nextPage() {
        List<UpdateOneModel<Document>> page = new ArrayList<>();
        documents
                .find(WITHOUT_PART)
                .projection(new Document(DUE, 1))
                .limit(PAGE_SIZE)
                .forEach(document -> page.add(moved(document)));
        if (!page.isEmpty()) {
            documents.bulkWrite(page);
        }
        return !page.isEmpty();
    }

    /** Only if the due time is still the same: a step that was stored in between has set both. */
    private static UpdateOneModel<Document> moved(Document document) {
        Document filter = new Document("_id", document.get("_id")).append(DUE, document.get(DUE));
        Document change = document.get(DUE) == null
                ? new Document("$unset", new Document(DUE, "").append(PART, ""))
                : new Document("$set", new Document(PART, of(String.valueOf(document.get("_id")))));
        return new UpdateOneModel<>(filter, change);
    }
}
