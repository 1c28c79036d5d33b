package nl.klimrek.admin.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import nl.klimrek.eventing.schema.CollectionSchema;
import nl.klimrek.eventing.schema.IndexSchema;
import nl.klimrek.eventing.schema.StoreMigration;
import nl.klimrek.eventing.schema.StoreSchema;
import org.bson.Document;

/** Stands in for a service's declaration: moves documents of {@code shelves} to {@code books}. */
public final class ShelfSchema implements StoreSchema {

    @Override
    public String service() {
        return "insights";
    }

    @Override
    public List<CollectionSchema> collections() {
        return List.of(
                CollectionSchema.publishing("loans").due(), CollectionSchema.of("books", IndexSchema.of("shelf")));
    }

    @Override
    public List<StoreMigration> migrations(MongoDatabase database) {
        MongoCollection<Document> shelves = database.getCollection("shelves");
        return List.of(new StoreMigration() {
            @Override
            public String name() {
                return "shelves as books";
            }

            @Override
            public long remaining() {
                return shelves.countDocuments();
            }

            @Override
            public boolean nextPage() {
                Document shelf = shelves.find().first();
                if (shelf == null) {
                    return false;
                }
                if (shelf.getBoolean("broken", false)) {
                    throw new IllegalStateException("the process died");
                }
                database.getCollection("books").insertOne(new Document("shelf", shelf.get("_id")));
                shelves.deleteOne(shelf);
                return true;
            }
        });
    }
}
