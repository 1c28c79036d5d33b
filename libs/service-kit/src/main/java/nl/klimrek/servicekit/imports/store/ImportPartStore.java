package nl.klimrek.servicekit.imports.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import org.bson.Document;
import org.bson.types.Binary;

/** Stores bytes in numbered parts: files while they are imported, and results of rows. Each part is found by its {@code _id}. */
public final class ImportPartStore {

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
    private static final int DELETED_AT_ONCE = 100;

    private final MongoCollection<Document> collection;

    public ImportPartStore(MongoDatabase database) {
        this.collection = database.getCollection("import_parts");
    }

    /** Writes one part; replaces an earlier one of that number. */
    void put(Organisation organisation, String name, int number, byte[] bytes, int length) {
        String id = id(organisation, name, number);
        byte[] exact = length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
        collection.replaceOne(
                new Document("_id", id), new Document("_id", id).append("bytes", new Binary(exact)), UPSERT);
    }

    Optional<byte[]> get(Organisation organisation, String name, int number) {
        Document found = collection
                .find(new Document("_id", id(organisation, name, number)))
                .first();
        return Optional.ofNullable(found)
                .map(part -> part.get("bytes", Binary.class).getData());
    }

    /** Deletes the first parts of a name. Missing ones are no error. */
    void delete(Organisation organisation, String name, int parts) {
        for (int from = 0; from < parts; from += DELETED_AT_ONCE) {
            List<String> ids = new ArrayList<>();
            for (int number = from; number < Math.min(parts, from + DELETED_AT_ONCE); number++) {
                ids.add(id(organisation, name, number));
            }
            collection.deleteMany(new Document("_id", new Document("$in", ids)));
        }
    }

    private static String id(Organisation organisation, String name, int number) {
        return Key.of(organisation, name + ":" + number).value();
    }
}
