package nl.klimrek.admin.platform;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.klimrek.eventing.kafka.KafkaClientFile;
import org.apache.kafka.clients.admin.Admin;

/**
 * Broker and store of a platform, as a connection file names them. The file holds standard Kafka client settings (Java's or
 * librdkafka's names, TLS and SASL included) and {@value #STORE}, a MongoDB connection string.
 */
public final class Connection {

    public static final String STORE = "klimrek.store.uri";
    /** Names of the services' databases begin with this. */
    public static final String DATABASE_PREFIX = "klimrek.database.prefix";

    private static final int TIMEOUT_MILLIS = 15_000;

    private final Path file;
    private final Map<String, Object> broker;
    private final String store;
    private final String prefix;

    private Connection(Path file, Map<String, Object> settings) {
        this.file = file;
        this.broker = new HashMap<>(settings);
        this.store = String.valueOf(broker.getOrDefault(STORE, ""));
        this.prefix = String.valueOf(broker.getOrDefault(DATABASE_PREFIX, "klimrek-"));
        broker.keySet().removeIf(name -> name.startsWith("klimrek."));
    }

    /** Reads a connection file. @throws AdminException if it cannot be read or names no broker */
    public static Connection read(Path file) {
        try {
            Map<String, Object> settings = KafkaClientFile.read(file);
            if (!settings.containsKey("bootstrap.servers")) {
                throw new AdminException("The connection file " + file + " has no bootstrap.servers.");
            }
            return new Connection(file, settings);
        } catch (IOException e) {
            throw new AdminException("The connection file " + file + " cannot be read.", e);
        }
    }

    /** An admin client of the broker. The caller closes it. */
    public Admin broker() {
        return Admin.create(
                broker(Map.of("default.api.timeout.ms", TIMEOUT_MILLIS, "request.timeout.ms", TIMEOUT_MILLIS / 2)));
    }

    /** Settings of any Kafka client, with these added. */
    public Map<String, Object> broker(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.putAll(more);
        return settings;
    }

    /** A client of the store, with majority writes and reads from the primary. The caller closes it. */
    public MongoClient store() {
        if (store.isBlank()) {
            throw new AdminException("The connection file " + file + " has no " + STORE + ".");
        }
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(store))
                .writeConcern(WriteConcern.MAJORITY)
                .readConcern(ReadConcern.MAJORITY)
                .readPreference(ReadPreference.primary())
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS))
                .build());
    }

    /** The database of a service. */
    public MongoDatabase database(MongoClient client, String service) {
        return client.getDatabase(prefix + service);
    }
}
