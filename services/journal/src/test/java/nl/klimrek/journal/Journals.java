package nl.klimrek.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.backend.Backend;
import nl.klimrek.testkit.backend.TopicAdmin;
import nl.klimrek.testkit.events.EventPublisher;
import nl.klimrek.testkit.events.TopicReader;
import nl.klimrek.testkit.service.ServiceUnderTest;
import nl.klimrek.testkit.service.TestClient;

/** Two instances of the journal on one store and one broker, as they run in production, started once per JVM. */
final class Journals {

    private static final List<String> READERS = List.of(
            "journal", "insights", "reminders", "people", "conversations", "pop-forms", "learning-budgets", "portal");

    static final Journals SHARED = new Journals();

    private final Backend backend = Backend.embedded();
    private final String database = backend.freshDatabase() + "-journal";
    private final Path signingKey = keyFile();
    private List<ServiceUnderTest> instances;

    private Journals() {
        try (TopicAdmin topics = new TopicAdmin(backend.bootstrapServers())) {
            READERS.forEach(topics::createTopicsOf);
        }
        start();
    }

    /** A client of one of the instances, chosen by the person's name. */
    TestClient as(String person, String organisation, Role... roles) {
        return instances
                .get(Math.floorMod(person.hashCode(), instances.size()))
                .as(person, organisation, roles)
                .below("/api/journal");
    }

    ServiceUnderTest instance(int number) {
        return instances.get(number);
    }

    EventPublisher publisher() {
        return EventPublisher.to(backend.bootstrapServers());
    }

    TopicReader topics() {
        return new TopicReader(backend.bootstrapServers());
    }

    Backend backend() {
        return backend;
    }

    String database() {
        return database;
    }

    Path signingKey() {
        return signingKey;
    }

    /** Stops both instances, does this, and starts two others on the same store. */
    void restart(Runnable meanwhile) {
        instances.forEach(ServiceUnderTest::close);
        meanwhile.run();
        start();
    }

    private void start() {
        instances = List.of(startInstance(), startInstance());
    }

    private ServiceUnderTest startInstance() {
        return ServiceUnderTest.of(JournalService.class, JournalService.NAME)
                .on(backend)
                .inDatabase(database)
                .with("klimrek.journal.signing-key", signingKey)
                .with("klimrek.journal.create-signing-key", true)
                .with("klimrek.journal.checkpoint-every", "1s")
                .start();
    }

    private static Path keyFile() {
        try {
            return Files.createTempDirectory("journal-key").resolve("signing-key.pem");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
