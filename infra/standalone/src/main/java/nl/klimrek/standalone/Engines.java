package nl.klimrek.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import nl.klimrek.contracts.TopicDefinition;
import nl.klimrek.embedded.EmbeddedKafka;
import nl.klimrek.embedded.EmbeddedMongo;
import nl.klimrek.embedded.StoreAccess;
import nl.klimrek.embedded.TopicPlan;
import nl.klimrek.standalone.access.AccessPlan;
import nl.klimrek.standalone.access.BrokerPrincipals;
import nl.klimrek.standalone.access.OwnerOnly;

/** The broker and the store, with every topic that is declared, and for each of its readers a dead-letter and a replay topic. */
record Engines(EmbeddedKafka kafka, EmbeddedMongo mongo) implements AutoCloseable {

    /**
     * Starts both. The store listens on loopback whatever was asked for: it has one user who may do everything, and speaks
     * without encryption. How programs of this machine's owner reach it is in {@code client/store.uri}.
     */
    static Engines start(PlatformOptions options, BrokerPrincipals principals, StoreAccess store) {
        CompletableFuture<EmbeddedMongo> mongo = CompletableFuture.supplyAsync(() ->
                EmbeddedMongo.start(options.data.resolve("store"), EmbeddedMongo.LOOPBACK, options.mongoPort, store));
        try {
            EmbeddedKafka kafka = EmbeddedKafka.start(
                    options.data.resolve("broker"), options.kafkaHost, options.kafkaPort, principals.access());
            kafka.createTopics(plans());
            kafka.grant(principals.grants());
            principals.writeClientFiles(options.data, kafka.bootstrapServers());
            Engines engines = new Engines(kafka, joined(mongo, kafka));
            OwnerOnly.write(
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

    private static List<TopicPlan> plans() {
        List<TopicPlan> plans = new ArrayList<>();
        TopicDefinition.all().forEach(topic -> plans.addAll(plans(topic)));
        AccessPlan.replayTopics()
                .forEach(topic -> plans.add(new TopicPlan(topic, 1, Map.of("compression.type", "uncompressed"))));
        return plans;
    }

    private static List<TopicPlan> plans(TopicDefinition topic) {
        List<TopicPlan> plans = new ArrayList<>();
        plans.add(new TopicPlan(topic.name(), topic.partitions(), topic.settings()));
        for (String reader : topic.readers()) {
            plans.add(new TopicPlan(
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
