package nl.klimrek.eventing.schema;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import nl.klimrek.eventing.mongo.StoreTopology;
import org.bson.Document;

/** The difference between a database and its declaration. */
public final class SchemaPlan {

    private final MongoDatabase database;
    private final boolean partialSupported;
    private final List<Missing> missing;
    private final List<Replaced> replaced;

    private record Missing(String collection, IndexSchema index) {}

    /** An index on the same keys that a declared one takes the place of. */
    private record Replaced(String collection, String index) {}

    private SchemaPlan(
            MongoDatabase database, boolean partialSupported, List<Missing> missing, List<Replaced> replaced) {
        this.database = database;
        this.partialSupported = partialSupported;
        this.missing = missing;
        this.replaced = replaced;
    }

    /** Compares the indexes of a database with the declared ones. Indexes on other keys are an operator's own and stay. */
    public static SchemaPlan of(MongoDatabase database, StoreSchema schema) {
        boolean partialSupported = !StoreTopology.isEmbedded(database);
        Set<String> existing = database.listCollectionNames().into(new HashSet<>());
        List<Missing> missing = new ArrayList<>();
        List<Replaced> replaced = new ArrayList<>();
        for (CollectionSchema collection : schema.collections()) {
            List<Document> stored = existing.contains(collection.name())
                    ? database.getCollection(collection.name()).listIndexes().into(new ArrayList<>())
                    : List.of();
            for (IndexSchema index : collection.indexes()) {
                if (stored.stream().noneMatch(each -> index.matches(each, partialSupported))) {
                    missing.add(new Missing(collection.name(), index));
                }
                stored.stream()
                        .filter(each -> index.sameKeys(each) && !index.matches(each, partialSupported))
                        .forEach(each -> replaced.add(new Replaced(collection.name(), each.getString("name"))));
            }
        }
        return new SchemaPlan(database, partialSupported, missing, replaced);
    }

    /** Indexes that are missing, one line each. */
    public List<String> missing() {
        return missing.stream()
                .map(each -> each.collection() + " " + each.index())
                .toList();
    }

    /** Indexes that are not needed any more once the missing ones are built, one line each. */
    public List<String> replaced() {
        return replaced.stream()
                .map(each -> each.collection() + " " + each.index())
                .toList();
    }

    public boolean isEmpty() {
        return missing.isEmpty() && replaced.isEmpty();
    }

    /**
     * Builds the missing indexes, then drops the replaced ones. The store builds an index beside reads and writes. If it is
     * interrupted, another plan has what is left.
     *
     * @param progress gets a line before and after each step
     */
    public void apply(Consumer<String> progress) {
        for (Missing each : missing) {
            progress.accept("builds the index " + each.collection() + " " + each.index());
            MongoCollection<Document> collection = database.getCollection(each.collection());
            IndexOptions options = new IndexOptions().unique(each.index().unique());
            if (each.index().onlyWith() != null && partialSupported) {
                options.name(each.index().name())
                        .partialFilterExpression(each.index().partialFilter());
            }
            collection.createIndex(each.index().keys(), options);
        }
        for (Replaced each : replaced) {
            database.getCollection(each.collection()).dropIndex(each.index());
            progress.accept("dropped the index " + each.collection() + " " + each.index());
        }
    }
}
