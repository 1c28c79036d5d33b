package nl.klimrek.testkit.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nl.klimrek.embedded.kafka.EmbeddedKafka;
import nl.klimrek.embedded.store.EmbeddedMongo;

/** Starts the embedded engines once per JVM, in a folder of their own that goes when the JVM goes. */
final class EmbeddedBackend {

    private EmbeddedBackend() {}

    static Backend shared() {
        return Started.BACKEND;
    }

    static Backend withItsOwnBroker(Backend shared) {
        Path folder = temporaryFolder();
        EmbeddedKafka kafka = EmbeddedKafka.start(folder);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            kafka.close();
                            delete(folder);
                        },
                        "own-broker-end"));
        return new Backend(shared.kind(), kafka.bootstrapServers(), shared.mongoUri());
    }

    private static final class Started {

        static final Backend BACKEND = start();

        private static Backend start() {
            Path folder = temporaryFolder();
            EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"));
            EmbeddedMongo mongo = EmbeddedMongo.start(folder.resolve("store"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(kafka, mongo, folder), "embedded-backend-end"));
            return new Backend(BackendKind.EMBEDDED, kafka.bootstrapServers(), mongo.connectionString());
        }

        /** The broker is stopped first: one that loses its files under way ends the whole JVM with a failure. */
        private static void end(EmbeddedKafka kafka, EmbeddedMongo mongo, Path folder) {
            kafka.close();
            mongo.close();
            delete(folder);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("klimrek-test-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Left behind: " + folder, e);
        }
    }
}
