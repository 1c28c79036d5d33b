package nl.klimrek.embedded.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoNamespace;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import nl.klimrek.embedded.DataFolderInUseException;
import nl.klimrek.embedded.DataFolderUnwritableException;
import nl.klimrek.embedded.PortTakenException;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMongoIT {

    @TempDir
    Path folder;

    @Test
    void a_restart_keeps_documents_in_every_database_and_collection() {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder);
                MongoClient client = client(mongo)) {
            facts(client, "people")
                    .insertOne(new Document("_id", "acme/1").append("team", "a").append("tags", List.of(1, 2)));
            facts(client, "journal").insertMany(List.of(new Document("_id", "acme/2"), new Document("_id", "acme/3")));
        }
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder);
                MongoClient client = client(mongo)) {
            assertThat(facts(client, "people").find(eq("acme/1")).first())
                    .isEqualTo(new Document("_id", "acme/1").append("team", "a").append("tags", List.of(1, 2)));
            assertThat(facts(client, "journal").countDocuments()).isEqualTo(2);
        }
    }

    @Test
    void a_unique_index_holds_after_a_restart() {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder);
                MongoClient client = client(mongo)) {
            facts(client, "people")
                    .createIndex(Indexes.ascending("organisation", "number"), new IndexOptions().unique(true));
            facts(client, "people")
                    .insertOne(new Document("_id", "1")
                            .append("organisation", "acme")
                            .append("number", 7));
        }
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder);
                MongoClient client = client(mongo)) {
            Document same =
                    new Document("_id", "2").append("organisation", "acme").append("number", 7L);
            assertThatThrownBy(() -> facts(client, "people").insertOne(same))
                    .isInstanceOfSatisfying(
                            MongoWriteException.class,
                            e -> assertThat(e.getError().getCode()).isEqualTo(11000));
            assertThat(facts(client, "people")
                            .find(new Document("organisation", "acme").append("number", 7))
                            .first())
                    .containsEntry("_id", "1");
        }
    }

    @Test
    void a_plain_index_is_listed_and_does_no_harm() {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder);
                MongoClient client = client(mongo)) {
            facts(client, "people").createIndex(Indexes.ascending("team"));
            facts(client, "people")
                    .insertMany(List.of(
                            new Document("_id", "1").append("team", "a"),
                            new Document("_id", "2").append("team", "a")));
        }
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder);
                MongoClient client = client(mongo)) {
            facts(client, "people").createIndex(Indexes.ascending("team"));
            assertThat(facts(client, "people").listIndexes())
                    .extracting(index -> index.getString("name"))
                    .containsExactly("_id_", "team_1");
            facts(client, "people").deleteOne(eq("1"));
            assertThat(facts(client, "people").find(eq("team", "a")))
                    .extracting(each -> each.get("_id"))
                    .containsExactly("2");
        }
    }

    @Test
    void a_renamed_collection_takes_its_unique_index_along() {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder);
                MongoClient client = client(mongo)) {
            facts(client, "people").createIndex(Indexes.ascending("number"), new IndexOptions().unique(true));
            facts(client, "people").insertOne(new Document("_id", "1").append("number", 7));
            facts(client, "people").renameCollection(new MongoNamespace("people", "kept"));
        }
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder);
                MongoClient client = client(mongo)) {
            MongoCollection<Document> kept = client.getDatabase("people").getCollection("kept");
            assertThat(kept.find(eq("number", 7)).first()).containsEntry("_id", "1");
            assertThatThrownBy(() -> kept.insertOne(new Document("_id", "2").append("number", 7)))
                    .isInstanceOf(MongoWriteException.class);
            assertThat(facts(client, "people").countDocuments()).isZero();
        }
    }

    @Test
    void dropping_a_database_leaves_one_with_a_longer_name_alone() {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder);
                MongoClient client = client(mongo)) {
            facts(client, "demo").insertOne(new Document("_id", "1"));
            facts(client, "demo2").insertOne(new Document("_id", "1"));
            client.getDatabase("demo").drop();
        }
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder);
                MongoClient client = client(mongo)) {
            assertThat(facts(client, "demo").countDocuments()).isZero();
            assertThat(facts(client, "demo2").countDocuments()).isOne();
        }
    }

    @Test
    void a_collection_that_several_drop_at_once_is_gone_and_nobody_fails() {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder);
                MongoClient client = client(mongo)) {
            MongoCollection<Document> facts = facts(client, "people");
            for (int round = 0; round < 200; round++) {
                facts.insertOne(new Document("_id", "1"));
                CompletableFuture.allOf(IntStream.range(0, 3)
                                .mapToObj(each -> CompletableFuture.runAsync(facts::drop))
                                .toArray(CompletableFuture[]::new))
                        .join();
                assertThat(facts.countDocuments()).isZero();
            }
        }
    }

    @Test
    void a_reader_never_sees_half_of_an_update() {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder);
                MongoClient client = client(mongo)) {
            MongoCollection<Document> facts = facts(client, "people");
            facts.insertOne(new Document("_id", "1")
                    .append("first", 0)
                    .append("padding", "x".repeat(2_000))
                    .append("second", 0));
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> IntStream.rangeClosed(1, 2_000)
                    .forEach(n -> facts.updateOne(eq("1"), combine(set("first", n), set("second", n)))));
            while (!writing.isDone()) {
                Document seen = facts.find(eq("1")).first();
                assertThat(seen.getInteger("first")).isEqualTo(seen.getInteger("second"));
            }
            writing.join();
        }
    }

    @Test
    void concurrent_writers_to_one_document_lose_nothing() {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder);
                MongoClient client = client(mongo)) {
            MongoCollection<Document> facts = facts(client, "people");
            facts.insertOne(new Document("_id", "1").append("count", 0));
            IntStream.range(0, 400)
                    .parallel()
                    .forEach(n -> facts.updateOne(eq("1"), new Document("$inc", new Document("count", 1))));
            assertThat(facts.find(eq("1")).first()).containsEntry("count", 400);
        }
    }

    @Test
    void the_file_stays_near_the_size_of_its_data() throws Exception {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder);
                MongoClient client = client(mongo)) {
            MongoCollection<Document> facts = facts(client, "people");
            IntStream.range(0, 200)
                    .forEach(n -> facts.insertOne(new Document("_id", n).append("text", "x".repeat(500))));
            IntStream.range(0, 4_000).parallel().forEach(n -> facts.updateOne(eq(n % 200), set("turn", n)));
            // 100 kB of data, 4,200 commits at most, each of them at least 8 kB: some 34 MB if nothing were reused.
            assertThat(Files.size(folder.resolve("store.mv"))).isLessThan(8_000_000);
        }
    }

    @Test
    void a_taken_port_is_named() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName(EmbeddedMongo.LOOPBACK))) {
            int port = other.getLocalPort();
            assertThatThrownBy(() -> EmbeddedMongo.start(folder, EmbeddedMongo.LOOPBACK, port))
                    .isInstanceOfSatisfying(
                            PortTakenException.class,
                            refused -> assertThat(refused.port()).isEqualTo(port));
        }
        EmbeddedMongo.start(folder).close();
    }

    @Test
    void a_second_start_on_the_same_data_is_refused() {
        try (EmbeddedMongo first = EmbeddedMongo.start(folder)) {
            assertThat(first.connectionString()).startsWith("mongodb://" + EmbeddedMongo.LOOPBACK);
            assertThatThrownBy(() -> EmbeddedMongo.start(folder)).isInstanceOf(DataFolderInUseException.class);
        }
    }

    @Test
    void a_folder_that_can_not_be_made_is_named() throws Exception {
        Path file = Files.createFile(folder.resolve("a-file"));
        assertThatThrownBy(() -> EmbeddedMongo.start(file.resolve("data")))
                .isInstanceOf(DataFolderUnwritableException.class)
                .hasMessageContaining("a-file");
    }

    private static MongoClient client(EmbeddedMongo mongo) {
        return MongoClients.create(mongo.connectionString());
    }

    private static MongoCollection<Document> facts(MongoClient client, String database) {
        return client.getDatabase(database).getCollection("facts");
    }
}
