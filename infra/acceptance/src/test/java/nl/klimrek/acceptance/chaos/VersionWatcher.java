package nl.klimrek.acceptance.chaos;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.klimrek.eventing.Key;
import org.bson.Document;

/** Reads documents while they change and records their versions and outboxes. */
final class VersionWatcher {

    private static final int AT_ONCE = 50;
    private static final int EVERY_MILLIS = 20;

    private final ChaosOptions options;
    private final MongoDatabase database;
    private final GuaranteeRecorder recorder;
    private final CountDownLatch enough;

    VersionWatcher(ChaosOptions options, MongoDatabase database, GuaranteeRecorder recorder, CountDownLatch enough) {
        this.options = options;
        this.database = database;
        this.recorder = recorder;
        this.enough = enough;
    }

    void watch() throws InterruptedException {
        Random random = new Random(options.seed());
        while (!enough.await(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
            List<String> ids = Stream.generate(
                            () -> Key.of(ChaosEnvironment.ORGANISATION, "n" + random.nextInt(options.aggregates()))
                                    .value())
                    .limit(AT_ONCE)
                    .distinct()
                    .toList();
            long version = recorder.versions.now();
            long outbox = recorder.removal.now();
            database.getCollection(ChaosEnvironment.COUNTERS)
                    .find(new Document("_id", new Document("$in", ids)))
                    .forEach(document -> {
                        recorder.versions.saw(version, document.getString("_id"), document.getLong("version"));
                        recorder.removal.read(
                                outbox,
                                document.getString("_id"),
                                document.getList("outbox", Document.class).stream()
                                        .map(event -> event.getString("id"))
                                        .toList());
                    });
        }
    }
}
