package nl.klimrek.embedded.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.bson.Document;

/** The child that is killed: many writers, each write acknowledged on standard output after the store did. */
final class StoreWriter {

    private static final int WRITERS = 8;
    /** Large enough for the store to make checkpoints within a run. */
    private static final String TEXT = "x".repeat(8_000);

    private StoreWriter() {}

    public static void main(String[] arguments) {
        EmbeddedMongo mongo = EmbeddedMongo.start(Path.of(arguments[0]));
        String run = arguments[1];
        MongoClient client = MongoClients.create(mongo.connectionString());
        MongoCollection<Document> facts = client.getDatabase("kill").getCollection("facts");
        facts.createIndex(Indexes.ascending("key"), new IndexOptions().unique(true));
        IntStream.range(0, WRITERS).forEach(writer -> new Thread(() -> write(facts, run + "-" + writer)).start());
    }

    /** Each writer inserts, deletes every third at once, and rewrites its own last document with a growing number. */
    private static void write(MongoCollection<Document> facts, String writer) {
        for (int n = 1; ; n++) {
            String id = writer + "-" + n;
            facts.insertOne(new Document("_id", id).append("key", "k" + id).append("text", TEXT));
            if (n % 3 == 0) {
                facts.deleteOne(new Document("_id", id));
                System.out.println("delete " + id);
            } else {
                System.out.println("insert " + id);
            }
            facts.replaceOne(
                    new Document("_id", writer),
                    new Document("key", "k" + writer).append("n", n),
                    new ReplaceOptions().upsert(true));
            System.out.println("number " + writer + " " + n);
        }
    }
}
