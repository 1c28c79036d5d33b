package nl.klimrek.acceptance.chaos;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import nl.klimrek.embedded.kafka.EmbeddedCluster;
import nl.klimrek.embedded.store.EmbeddedMongo;
import nl.klimrek.testkit.backend.Backend;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * Brokers and store of one run.
 *
 * @param cluster brokers that can be stopped; empty when the brokers are shared
 * @param store the run's own store, closed after it; empty when the store is shared
 */
record ChaosEngines(String brokers, String mongoUri, Optional<EmbeddedCluster> cluster, Optional<EmbeddedMongo> store)
        implements AutoCloseable {

    /** Partitions of the event topic. */
    static final int PARTITIONS = 6;

    /** Starts three brokers, each a process, and a store in this folder. */
    static ChaosEngines threeBrokers(Path folder) {
        EmbeddedMongo store = EmbeddedMongo.start(folder.resolve("store"));
        EmbeddedCluster cluster = EmbeddedCluster.start(folder.resolve("brokers"));
        return new ChaosEngines(
                cluster.bootstrapServers(), store.connectionString(), Optional.of(cluster), Optional.of(store));
    }

    /** Engines shared with other tests, so none of them is stopped. */
    static ChaosEngines shared(Backend backend) {
        return new ChaosEngines(backend.bootstrapServers(), backend.mongoUri(), Optional.empty(), Optional.empty());
    }

    /** Creates an event topic, its dead letter topics and the probe topic; returns the event topic's name. */
    String freshTopic() throws ExecutionException, InterruptedException {
        String facts = "counters-" + UUID.randomUUID() + ".v1";
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            admin.createTopics(Stream.concat(
                                    Stream.of(topic(facts, PARTITIONS), topic(probeOf(facts), 1)),
                                    CounterInstance.GROUPS.stream().map(group -> topic(deadLetters(facts, group), 1)))
                            .toList())
                    .all()
                    .get();
        }
        return facts;
    }

    static String deadLetters(String topic, String group) {
        return topic + "." + group + ".dlt";
    }

    /** Topic on which the nemesis tests whether the brokers acknowledge. */
    static String probeOf(String topic) {
        return topic + ".probe";
    }

    private static NewTopic topic(String name, int partitions) {
        return new NewTopic(name, Optional.of(partitions), Optional.empty());
    }

    @Override
    public void close() {
        cluster.ifPresent(EmbeddedCluster::close);
        store.ifPresent(EmbeddedMongo::close);
    }
}
