package nl.klimrek.eventing.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import nl.klimrek.embedded.store.EmbeddedMongo;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuePartsIT {

    private static final Date DUE = Date.from(Instant.parse("2026-11-30T09:00:00Z"));

    @TempDir
    Path folder;

    @Test
    void documents_of_earlier_versions_get_a_part_and_lose_an_empty_due_time() {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder);
                MongoClient client = MongoClients.create(mongo.connectionString())) {
            MongoDatabase database = client.getDatabase("klimrek-reminders");
            MongoCollection<Document> prompts = database.getCollection("prompts");
            for (int i = 0; i < 1_200; i++) {
                prompts.insertOne(new Document("_id", "acme/" + i).append("due", i % 2 == 0 ? DUE : null));
            }
            prompts.insertOne(new Document("_id", "acme/new").append("due", DUE).append("part", 99));
            prompts.insertOne(new Document("_id", "acme/finished"));
            DueParts migration = new DueParts(database, "prompts");
            assertThat(migration.remaining()).isEqualTo(1_200);

            assertThat(migration.nextPage()).isTrue();
            assertThat(migration.remaining()).as("in pages").isEqualTo(700);
            while (migration.nextPage()) {
                assertThat(migration.remaining()).isLessThan(700);
            }

            assertThat(migration.remaining()).isZero();
            assertThat(prompts.countDocuments(new Document("due", new Document("$exists", true))))
                    .isEqualTo(601);
            assertThat(prompts.find(new Document("_id", "acme/4")).first())
                    .containsEntry("part", DueParts.of("acme/4"));
            assertThat(prompts.find(new Document("_id", "acme/new")).first()).containsEntry("part", 99);
        }
    }
}
