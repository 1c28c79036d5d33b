package nl.klimrek.embedded.store;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.klimrek.embedded.TestProcess;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMongoKillIT {

    private static final int KILLS = 3;

    @TempDir
    Path folder;

    @Test
    void every_acknowledged_write_survives_kills_and_no_write_is_half_there() throws Exception {
        List<String> acknowledged = new ArrayList<>();
        for (int kill = 1; kill <= KILLS; kill++) {
            acknowledged.addAll(
                    TestProcess.run(StoreWriter.class, folder, "run" + kill).killAfter(800));
        }
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder);
                MongoClient client = MongoClients.create(mongo.connectionString())) {
            MongoCollection<Document> facts = client.getDatabase("kill").getCollection("facts");
            nothingIsMissing(facts, acknowledged);
            everyDocumentIsWhole(facts);
        }
    }

    private static void nothingIsMissing(MongoCollection<Document> facts, List<String> acknowledged) {
        Map<String, Integer> numbers = new HashMap<>();
        for (String line : acknowledged) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "insert" ->
                    assertThat(facts.find(eq(words[1])).first()).as(line).isNotNull();
                case "delete" ->
                    assertThat(facts.find(eq(words[1])).first()).as(line).isNull();
                default -> numbers.merge(words[1], Integer.valueOf(words[2]), Math::max);
            }
        }
        numbers.forEach((writer, n) -> assertThat(facts.find(eq(writer)).first().getInteger("n"))
                .as(writer)
                .isGreaterThanOrEqualTo(n));
    }

    /** The scan, the key of {@code _id} and the second unique key must tell the same story of each document. */
    private static void everyDocumentIsWhole(MongoCollection<Document> facts) {
        for (Document each : facts.find()) {
            assertThat(facts.find(eq(each.get("_id"))).first()).isEqualTo(each);
            assertThat(facts.find(eq("key", each.get("key"))).first()).isEqualTo(each);
            // An index entry of a write that was lost would refuse this, an entry too few would not find it to remove.
            assertThat(facts.deleteOne(eq(each.get("_id"))).getDeletedCount()).isOne();
            facts.insertOne(each);
        }
    }

    /** Here a kill is a copy of the files as they are while the store runs. */
    @Test
    void what_was_dropped_or_renamed_is_so_after_a_kill() throws Exception {
        Path running = Files.createDirectory(folder.resolve("running"));
        Path killed = Files.createDirectory(folder.resolve("killed"));
        try (EmbeddedMongo mongo = EmbeddedMongo.start(running);
                MongoClient client = MongoClients.create(mongo.connectionString())) {
            for (String database : List.of("people", "journal", "insights")) {
                facts(client, database).insertOne(new Document("_id", "acme/1"));
            }
            facts(client, "people").drop();
            facts(client, "people").insertOne(new Document("_id", "acme/2"));
            facts(client, "journal").renameCollection(new MongoNamespace("journal", "entries"));
            client.getDatabase("journal").getCollection("entries").insertOne(new Document("_id", "acme/3"));
            for (String file : List.of("store.mv", "store.log")) {
                Files.copy(running.resolve(file), killed.resolve(file));
            }
        }
        try (EmbeddedMongo mongo = EmbeddedMongo.start(killed);
                MongoClient client = MongoClients.create(mongo.connectionString())) {
            assertThat(ids(facts(client, "people"))).containsExactly("acme/2");
            assertThat(ids(facts(client, "journal"))).isEmpty();
            assertThat(ids(client.getDatabase("journal").getCollection("entries")))
                    .containsExactly("acme/1", "acme/3");
            assertThat(ids(facts(client, "insights"))).containsExactly("acme/1");
        }
    }

    private static MongoCollection<Document> facts(MongoClient client, String database) {
        return client.getDatabase(database).getCollection("facts");
    }

    private static List<String> ids(MongoCollection<Document> documents) {
        return documents.find().map(each -> each.getString("_id")).into(new ArrayList<>());
    }
}
