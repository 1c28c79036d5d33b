package nl.klimrek.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderedIndexIT {

    private static final int STEPS = 3_000;

    @TempDir
    Path folder;

    private final long seed = Long.getLong("klimrek.seed", System.nanoTime());
    private final Random random = new Random(seed);

    /** Beside a collection without index, which looks at every document. */
    @Test
    void whatever_changes_a_query_finds_with_an_index_what_it_finds_without() {
        for (int restart = 0; restart < 3; restart++) {
            try (EmbeddedMongo mongo = EmbeddedMongo.start(folder);
                    MongoClient client = MongoClients.create(mongo.connectionString())) {
                List<MongoCollection<Document>> both =
                        List.of(collection(client, "indexed"), collection(client, "scanned"));
                both.get(0).createIndex(Indexes.ascending("on", "position"));
                both.get(0).createIndex(Indexes.ascending("outbox.time"));
                for (int step = 0; step < STEPS; step++) {
                    change(both);
                    Document query = query();
                    assertThat(ids(both.get(0), query))
                            .as("seed %d, %s", seed, query)
                            .containsExactlyInAnyOrderElementsOf(ids(both.get(1), query));
                    Document counted = new Document("on", text());
                    assertThat(both.get(0).countDocuments(counted))
                            .as("seed %d, count of %s", seed, counted)
                            .isEqualTo(both.get(1).countDocuments(counted));
                    Document page =
                            new Document("on", text()).append("position", new Document("$gt", random.nextInt(20)));
                    assertThat(sorted(both.get(0), page))
                            .as("seed %d, sorted %s", seed, page)
                            .isEqualTo(sorted(both.get(1), page));
                }
            }
        }
    }

    @Test
    void an_index_that_comes_later_knows_what_was_there_before() {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder);
                MongoClient client = MongoClients.create(mongo.connectionString())) {
            MongoCollection<Document> late = collection(client, "late");
            late.insertMany(IntStream.range(0, 100)
                    .mapToObj(i -> new Document("_id", i).append("due", at(i)))
                    .toList());
            late.createIndex(Indexes.ascending("due"));
            assertThat(ids(late, new Document("due", new Document("$lte", at(9)))))
                    .hasSize(10);
        }
    }

    @Test
    void what_is_asked_beyond_a_unique_index_is_looked_at_in_what_it_finds() {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder);
                MongoClient client = MongoClients.create(mongo.connectionString())) {
            MongoCollection<Document> documents = collection(client, "documents");
            documents.insertOne(new Document("_id", "a").append("version", 1));
            Document raise = new Document("$inc", new Document("version", 1));
            assertThat(documents
                            .updateOne(new Document("_id", "a").append("version", 2), raise)
                            .getMatchedCount())
                    .isZero();
            assertThat(documents
                            .updateOne(new Document("_id", "a").append("version", 1), raise)
                            .getMatchedCount())
                    .isEqualTo(1);
            assertThat(documents
                            .updateOne(new Document("_id", "b").append("version", 1), raise)
                            .getMatchedCount())
                    .isZero();
        }
    }

    private void change(List<MongoCollection<Document>> both) {
        Document id = new Document("_id", random.nextInt(60));
        switch (random.nextInt(6)) {
            case 0, 1 -> {
                Document document = document().append("_id", id.get("_id"));
                both.forEach(collection -> {
                    collection.deleteOne(id);
                    collection.insertOne(document);
                });
            }
            case 2 -> both.forEach(collection -> collection.deleteOne(id));
            case 3 -> {
                Document push =
                        new Document("$push", new Document("outbox", new Document("time", at(random.nextInt(20)))));
                both.forEach(collection ->
                        collection.updateOne(new Document(id).append("outbox", new Document("$type", "array")), push));
            }
            case 4 -> {
                Document pull =
                        new Document("$pull", new Document("outbox", new Document("time", at(random.nextInt(20)))));
                both.forEach(collection ->
                        collection.updateOne(new Document(id).append("outbox", new Document("$type", "array")), pull));
            }
            default -> {
                Document set = new Document("$set", new Document("position", value()).append("on", texts()));
                both.forEach(collection -> collection.updateOne(id, set));
            }
        }
    }

    private Document document() {
        Document document = new Document("position", random.nextInt(20));
        if (random.nextBoolean()) {
            document.append("on", random.nextBoolean() ? texts() : value());
        }
        if (random.nextBoolean()) {
            document.append(
                    "outbox",
                    IntStream.range(0, random.nextInt(4))
                            .mapToObj(i -> new Document("time", at(random.nextInt(20))))
                            .toList());
        }
        return document;
    }

    private Document query() {
        return switch (random.nextInt(7)) {
            case 0 ->
                new Document(
                        "$or",
                        List.of(
                                new Document("outbox.time", new Document("$lt", at(random.nextInt(20)))),
                                new Document("outbox.time", new Document("$gt", at(random.nextInt(20))))));
            case 1 -> new Document("outbox.time", new Document(bound(), at(random.nextInt(20))));
            case 2 ->
                new Document(
                        "outbox.time",
                        new Document("$gte", at(random.nextInt(20))).append("$lt", at(random.nextInt(20))));
            case 3 -> new Document("on", new Document("$in", Arrays.asList(text(), text(), random.nextInt(5))));
            case 4 -> new Document("on", value());
            case 5 -> new Document("on", text()).append("position", new Document(bound(), random.nextInt(20)));
            default -> new Document("on", text()).append("position", value()).append("_id", new Document("$lt", 30));
        };
    }

    private String bound() {
        return List.of("$lt", "$lte", "$gt", "$gte").get(random.nextInt(4));
    }

    private Object value() {
        return Arrays.asList(
                        null,
                        text(),
                        random.nextInt(20),
                        (long) random.nextInt(20),
                        random.nextInt(20) - 10.5,
                        at(random.nextInt(20)),
                        true,
                        new Document("a", 1))
                .get(random.nextInt(8));
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>(List.of("a", "ab", "b", "\u00e9", "a\0b"));
        return texts.subList(0, random.nextInt(texts.size()));
    }

    private String text() {
        return List.of("a", "ab", "b", "\u00e9", "a\0b", "").get(random.nextInt(6));
    }

    private static Date at(int second) {
        return Date.from(Instant.ofEpochSecond(second - 10));
    }

    private static List<Object> ids(MongoCollection<Document> collection, Document query) {
        return collection.find(query).map(document -> document.get("_id")).into(new ArrayList<>());
    }

    /** Only what has different positions has an order. */
    private static List<Object> sorted(MongoCollection<Document> collection, Document query) {
        return collection
                .find(query)
                .sort(new Document("position", 1))
                .limit(5)
                .map(document -> document.get("position"))
                .into(new ArrayList<>());
    }

    private static MongoCollection<Document> collection(MongoClient client, String name) {
        return client.getDatabase("facts").getCollection(name);
    }
}
