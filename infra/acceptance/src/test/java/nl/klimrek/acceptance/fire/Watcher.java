package nl.klimrek.acceptance.fire;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.klimrek.eventing.Key;
import org.bson.Document;

/** Reads documents past all instances while they change, and says what versions and outboxes it saw. */
final class Watcher {

    private static final int AT_ONCE = 50;
    private static final int EVERY_MILLIS = 20;

    private final FireOptions options;
    private final MongoDatabase database;
    private final Witness witness;
    private final CountDownLatch enough;

    Watcher(FireOptions options, MongoDatabase database, Witness witness, CountDownLatch enough) {
        this.options = options;
        this.database = database;
        this.witness = witness;
        this.enough = enough;
    }

    void watch() throws InterruptedException {
        Random random = new Random(options.seed());
        while (!enough.await(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
            List<String> ids = Stream.generate(
                            () -> Key.of(Setting.ORGANISATION, "n" + random.nextInt(options.aggregates()))
                                    .value())
                    .limit(AT_ONCE)
                    .distinct()
                    .toList();
            long version = witness.versions.now();
            long outbox = witness.removal.now();
            database.getCollection(Setting.COUNTERS)
                    .find(new Document("_id", new Document("$in", ids)))
                    .forEach(document -> {
                        witness.versions.saw(version, document.getString("_id"), document.getLong("version"));
                        witness.removal.read(
                                outbox,
                                document.getString("_id"),
                                document.getList("outbox", Document.class).stream()
                                        .map(event -> event.getString("id"))
                                        .toList());
                    });
        }
    }
}
