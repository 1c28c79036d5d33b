package nl.klimrek.standalone;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import nl.klimrek.admin.broker.TopicPlan;
import nl.klimrek.contracts.DeclaredTopic;
import nl.klimrek.embedded.kafka.EmbeddedKafka;
import nl.klimrek.embedded.kafka.TopicSpec;
import nl.klimrek.embedded.store.EmbeddedMongo;
import nl.klimrek.embedded.store.StoreAccess;
import nl.klimrek.standalone.access.BrokerPrincipals;
import nl.klimrek.standalone.access.OwnerOnlyFiles;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The embedded broker and store, with every declared topic and the retry and dead-letter topics of its readers. */
record EmbeddedServers(EmbeddedKafka kafka, EmbeddedMongo mongo) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServers.class);

    /**
     * Starts both. The store always listens on loopback, because its one user may do everything and its connections
     * are not encrypted. {@code client/store.uri} holds the connection string for local programs.
     */
    static EmbeddedServers start(PlatformOptions options, BrokerPrincipals principals, StoreAccess store) {
        CompletableFuture<EmbeddedMongo> mongo = CompletableFuture.supplyAsync(() ->
                EmbeddedMongo.start(options.data.resolve("store"), EmbeddedMongo.LOOPBACK, options.mongoPort, store));
        try {
            EmbeddedKafka kafka = EmbeddedKafka.start(
                    options.data.resolve("broker"), options.kafkaHost, options.kafkaPort, principals.access());
            kafka.createTopics(topics());
            updateTopics(kafka, principals);
            kafka.grant(principals.grants());
            principals.writeClientFiles(options.data, kafka.bootstrapServers());
            EmbeddedServers engines = new EmbeddedServers(kafka, joined(mongo, kafka));
            principals.writeAdminFile(
                    options.data, kafka.bootstrapServers(), engines.mongo().connectionString());
            OwnerOnlyFiles.write(
                    options.data.resolve("client/store.uri"), engines.mongo().connectionString() + "\n");
            return engines;
        } catch (RuntimeException e) {
            mongo.thenAccept(EmbeddedMongo::close);
            throw e;
        }
    }

    private static EmbeddedMongo joined(CompletableFuture<EmbeddedMongo> mongo, EmbeddedKafka kafka) {
        try {
            return mongo.join();
        } catch (CompletionException e) {
            kafka.close();
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** The embedded broker is the exception among the declarations: one copy of everything, in fewer partitions. */
    private static List<TopicSpec> topics() {
        return DeclaredTopic.onSingleBroker().stream()
                .map(topic -> new TopicSpec(topic.name(), topic.partitions(), topic.settings()))
                .toList();
    }

    /** Topics of an earlier version get the settings that are declared now. */
    private static void updateTopics(EmbeddedKafka kafka, BrokerPrincipals principals) {
        Map<String, Object> client = new HashMap<>(principals.clientSettings(BrokerPrincipals.ADMIN));
        client.put("bootstrap.servers", kafka.bootstrapServers());
        try (Admin admin = Admin.create(client)) {
            TopicPlan.of(admin, DeclaredTopic.onSingleBroker()).apply(admin, LOG::info);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker refuses the topics' settings", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while changing topics", e);
        }
    }

    @Override
    public void close() {
        kafka.close();
        mongo.close();
    }
}
