package nl.klimrek.testkit.backend;

import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A broker and a store for tests. They are shared by every test of the JVM, so a test takes a
 * database of its own ({@link #freshDatabase()}) and, where it owns its topics, names of its own
 * ({@link #freshName(String)}).
 *
 * @param kind             which engines these are
 * @param bootstrapServers as {@code bootstrap.servers} of a Kafka client wants it
 * @param mongoUri         as a MongoDB driver wants it, without a database name
 */
public record Backend(BackendKind kind, String bootstrapServers, String mongoUri) {

    static {
        // Ten seconds, the default, are too short for what goes through a broker while a machine is busy.
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    /** The embedded broker and store: started at first use, deleted when the JVM ends. */
    public static Backend embedded() {
        return EmbeddedBackend.shared();
    }

    /**
     * The embedded store with a broker that only the caller uses, for a second instance of a service on a database of its own:
     * on one broker the two would share a consumer group, and each would get a part of the events.
     */
    public static Backend embeddedWithItsOwnBroker() {
        return EmbeddedBackend.withItsOwnBroker(embedded());
    }

    /**
     * Kafka and a MongoDB replica set in containers, started at first use.
     *
     * @throws org.opentest4j.TestAbortedException no Docker engine answers: the test counts as skipped,
     *                                             and standard error says so in one line
     */
    public static Backend containers() {
        return ContainerBackend.shared();
    }

    /** A database name that nobody else uses; none is the beginning of another. */
    public String freshDatabase() {
        return "test_" + UUID.randomUUID().toString().replace("-", "");
    }

    /** A topic or group name that nobody else uses, recognisable by its stem. */
    public String freshName(String stem) {
        return stem + "-" + UUID.randomUUID();
    }

    /** Points a Spring context at these engines and at a database of its own: one line in a {@code @DynamicPropertySource}. */
    public void configure(DynamicPropertyRegistry registry) {
        String database = freshDatabase();
        registry.add("spring.kafka.bootstrap-servers", this::bootstrapServers);
        registry.add("spring.data.mongodb.uri", this::mongoUri);
        registry.add("spring.data.mongodb.database", () -> database);
    }
}
