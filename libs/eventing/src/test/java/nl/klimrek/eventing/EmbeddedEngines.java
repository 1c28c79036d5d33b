package nl.klimrek.eventing;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.klimrek.embedded.kafka.EmbeddedKafka;
import nl.klimrek.embedded.kafka.TopicSpec;
import nl.klimrek.embedded.store.EmbeddedMongo;
import org.springframework.util.FileSystemUtils;

/** One broker and one store for all tests of this JVM. */
public final class EmbeddedEngines {

    private static final EmbeddedEngines SHARED = new EmbeddedEngines();

    private final EmbeddedKafka kafka;
    private final MongoClient mongo;

    private EmbeddedEngines() {
        try {
            Path folder = Files.createTempDirectory("eventing-test");
            kafka = EmbeddedKafka.start(folder.resolve("kafka"));
            EmbeddedMongo store = EmbeddedMongo.start(folder.resolve("store"));
            mongo = MongoClients.create(store.connectionString());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                mongo.close();
                store.close();
                kafka.close();
                FileSystemUtils.deleteRecursively(folder.toFile());
            }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String kafka() {
        return SHARED.kafka.bootstrapServers();
    }

    public static MongoDatabase freshDatabase() {
        return SHARED.mongo.getDatabase("test-" + UUID.randomUUID());
    }

    public static void topics(String... names) {
        SHARED.kafka.createTopics(List.of(names).stream()
                .map(name -> new TopicSpec(name, 3, Map.of()))
                .toList());
    }

    /** A topic that the broker keeps unpacked, as Klimrek's own are made. */
    public static void unpackedTopic(String name) {
        SHARED.kafka.createTopics(List.of(new TopicSpec(name, 1, Map.of("compression.type", "uncompressed"))));
    }
}
