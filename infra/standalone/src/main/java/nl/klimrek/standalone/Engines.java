package nl.klimrek.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import nl.klimrek.contracts.TopicDefinition;
import nl.klimrek.embedded.EmbeddedKafka;
import nl.klimrek.embedded.EmbeddedMongo;
import nl.klimrek.embedded.TopicPlan;

/** The broker and the store, with every topic that is declared and a dead-letter topic for each of its readers. */
record Engines(EmbeddedKafka kafka, EmbeddedMongo mongo) implements AutoCloseable {

    static Engines start(PlatformOptions options) {
        CompletableFuture<EmbeddedMongo> mongo = CompletableFuture.supplyAsync(
                () -> EmbeddedMongo.start(options.data.resolve("store"), options.host, options.mongoPort));
        try {
            EmbeddedKafka kafka = EmbeddedKafka.start(options.data.resolve("broker"), options.host, options.kafkaPort);
            kafka.createTopics(TopicDefinition.all().stream().flatMap(topic -> plans(topic).stream()).toList());
            return new Engines(kafka, joined(mongo, kafka));
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

    private static List<TopicPlan> plans(TopicDefinition topic) {
        List<TopicPlan> plans = new ArrayList<>();
        plans.add(new TopicPlan(topic.name(), topic.partitions(), topic.settings()));
        for (String reader : topic.readers()) {
            plans.add(new TopicPlan(TopicDefinition.deadLetters(topic.name(), reader), 1, TopicDefinition.deadLetterSettings()));
        }
        return plans;
    }

    @Override
    public void close() {
        kafka.close();
        mongo.close();
    }
}
