package nl.klimrek.benchmarks.reminders;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import nl.klimrek.eventing.schema.DueParts;
import org.bson.Document;

/** Fills the service's collections with copies of a prompt that the service wrote, which is faster than as many events. */
final class PromptFiller implements AutoCloseable {

    private static final int BATCH_SIZE = 1_000;

    private final MongoClient client;
    private final MongoDatabase store;
    private final MongoCollection<Document> prompts;
    private final MongoCollection<Document> addresses;

    PromptFiller(String storeUri, String database) {
        client = MongoClients.create(storeUri);
        store = client.getDatabase(database);
        prompts = store.getCollection("prompts");
        addresses = store.getCollection("addresses");
    }

    /** Stores so many prompts, each of a person of its own. */
    void prompts(String prefix, int count, IntFunction<Instant> due) {
        Document pattern = Objects.requireNonNull(prompts.find().first(), "a prompt");
        insert(prompts, count, i -> {
            String id = BenchmarkedReminders.ORGANISATION + "/" + prefix + i;
            Document state = new Document(Objects.requireNonNull(pattern.get("state", Document.class)))
                    .append("id", prefix + i)
                    .append("actor", prefix + "p" + i)
                    .append("dueAt", due.apply(i).toString());
            return new Document(pattern)
                    .append("_id", id)
                    .append("state", state)
                    .append("due", Date.from(due.apply(i)))
                    .append("part", DueParts.of(id))
                    .append("outbox", List.of());
        });
    }

    /** Stores the addresses of the people of those prompts. */
    void addresses(String prefix, int count) {
        insert(
                addresses,
                count,
                i -> new Document("_id", BenchmarkedReminders.ORGANISATION + "/" + prefix + "p" + i)
                        .append("version", 1L)
                        .append("stamp", (long) i)
                        .append(
                                "state",
                                new Document("givenName", "Anna")
                                        .append("email", address(prefix, i))
                                        .append("language", "nl"))
                        .append("outbox", List.of()));
    }

    /** Number of prompts. */
    long count() {
        return prompts.estimatedDocumentCount();
    }

    /** Plain inserts of single prompts into a collection of their own, in a second. */
    double insertsPerSecond(int count, int threads) {
        Document pattern = Objects.requireNonNull(prompts.find().first(), "a prompt");
        MongoCollection<Document> plain = store.getCollection("plain");
        AtomicInteger number = new AtomicInteger();
        long begin = System.nanoTime();
        CompletableFuture.allOf(IntStream.range(0, threads)
                        .mapToObj(thread -> CompletableFuture.runAsync(
                                () -> {
                                    for (int i = number.getAndIncrement(); i < count; i = number.getAndIncrement()) {
                                        plain.insertOne(new Document(pattern).append("_id", "plain" + i));
                                    }
                                },
                                task -> new Thread(task, "raw-inserts").start()))
                        .toArray(CompletableFuture[]::new))
                .join();
        double perSecond = count / ((System.nanoTime() - begin) / 1e9);
        plain.drop();
        return perSecond;
    }

    static String address(String prefix, int i) {
        return prefix + i + "@bench.example";
    }

    private static void insert(MongoCollection<Document> into, int count, IntFunction<Document> documents) {
        List<Document> batch = new ArrayList<>(BATCH_SIZE);
        for (int i = 0; i < count; i++) {
            batch.add(documents.apply(i));
            if (batch.size() == BATCH_SIZE || i == count - 1) {
                into.insertMany(batch);
                batch.clear();
            }
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
