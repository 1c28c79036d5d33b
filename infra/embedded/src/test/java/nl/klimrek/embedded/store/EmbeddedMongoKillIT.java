package nl.klimrek.embedded.store;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
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
            if (words[0].equals("insert")) {
                assertThat(facts.find(eq(words[1])).first()).as(line).isNotNull();
            } else {
                numbers.merge(words[1], Integer.valueOf(words[2]), Math::max);
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
}
