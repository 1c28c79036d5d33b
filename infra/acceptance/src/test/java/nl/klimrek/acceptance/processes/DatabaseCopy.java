package nl.klimrek.acceptance.processes;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.klimrek.eventing.relay.RelayControl;
import org.bson.Document;
import org.bson.RawBsonDocument;

/**
 * A backup of one database, taken while its service works. The positions of the consumer groups are copied first, so that
 * everything before them had its effect in what is copied afterwards.
 *
 * @param taken moment before the first document was copied
 * @param documents the documents of each collection
 */
record DatabaseCopy(Instant taken, Map<String, List<RawBsonDocument>> documents) {

    static DatabaseCopy take(MongoDatabase database) {
        Instant taken = Clock.systemUTC().instant();
        Map<String, List<RawBsonDocument>> documents = new LinkedHashMap<>();
        database.listCollectionNames().into(new ArrayList<>()).stream()
                .sorted(Comparator.comparing(name -> !name.equals(RelayControl.COLLECTION)))
                .forEach(name -> documents.put(
                        name,
                        database.getCollection(name, RawBsonDocument.class)
                                .find()
                                .into(new ArrayList<>())));
        return new DatabaseCopy(taken, documents);
    }

    int size() {
        return documents.values().stream().mapToInt(List::size).sum();
    }

    /** Makes the database as it was. Its indexes stay. */
    void putBack(MongoDatabase database) {
        for (String name : database.listCollectionNames().into(new ArrayList<>())) {
            database.getCollection(name).deleteMany(new Document());
        }
        documents.forEach((name, all) -> {
            MongoCollection<RawBsonDocument> collection = database.getCollection(name, RawBsonDocument.class);
            if (!all.isEmpty()) {
                collection.insertMany(all);
            }
        });
    }
}
