package nl.klimrek.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import nl.klimrek.contracts.TopicDefinition;
import nl.klimrek.embedded.kafka.EmbeddedKafka;
import nl.klimrek.embedded.kafka.TopicSpec;
import nl.klimrek.embedded.store.EmbeddedMongo;
import nl.klimrek.embedded.store.StoreAccess;
import nl.klimrek.standalone.access.AccessPlan;
import nl.klimrek.standalone.access.BrokerPrincipals;
import nl.klimrek.standalone.access.OwnerOnlyFiles;

/** The embedded broker and store, with every declared topic and the retry and dead-letter topics of its readers. */
record EmbeddedServers(EmbeddedKafka kafka, EmbeddedMongo mongo) implements AutoCloseable {

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
            kafka.createTopics(plans());
            kafka.grant(principals.grants());
            principals.writeClientFiles(options.data, kafka.bootstrapServers());
            EmbeddedServers engines = new EmbeddedServers(kafka, joined(mongo, kafka));
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

    private static List<TopicSpec> plans() {
        List<TopicSpec> plans = new ArrayList<>();
        TopicDefinition.all().forEach(topic -> plans.addAll(plans(topic)));
        AccessPlan.replayTopics()
                .forEach(topic -> plans.add(new TopicSpec(topic, 1, Map.of("compression.type", "uncompressed"))));
        return plans;
    }

    private static List<TopicSpec> plans(TopicDefinition topic) {
        List<TopicSpec> plans = new ArrayList<>();
        plans.add(new TopicSpec(topic.name(), topic.partitions(), topic.settings()));
        for (String reader : topic.readers()) {
            plans.add(new TopicSpec(
                    TopicDefinition.deadLetters(topic.name(), reader), 1, TopicDefinition.deadLetterSettings()));
        }
        return plans;
    }

    @Override
    public void close() {
        kafka.close();
        mongo.close();
    }
}
