package nl.klimrek.acceptance.fire;

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
 * What a run goes through fire on.
 *
 * @param cluster brokers that can be stopped; empty where the brokers are others' too
 * @param store a store of this run's own, to be closed after it
 */
record FireEngines(String brokers, String mongoUri, Optional<EmbeddedCluster> cluster, Optional<EmbeddedMongo> store)
        implements AutoCloseable {

    /** Partition count of the topic of facts. */
    static final int PARTITIONS = 6;

    /** Three brokers in processes of their own, and a store, on this folder. */
    static FireEngines threeBrokers(Path folder) {
        EmbeddedMongo store = EmbeddedMongo.start(folder.resolve("store"));
        EmbeddedCluster cluster = EmbeddedCluster.start(folder.resolve("brokers"));
        return new FireEngines(
                cluster.bootstrapServers(), store.connectionString(), Optional.of(cluster), Optional.of(store));
    }

    /** Engines that others use at the same time, so none of them is stopped. */
    static FireEngines shared(Backend backend) {
        return new FireEngines(backend.bootstrapServers(), backend.mongoUri(), Optional.empty(), Optional.empty());
    }

    /** Makes a topic of facts, its dead letters and the probe, with as many replicas as is usual there. Returns its name. */
    String freshTopic() throws ExecutionException, InterruptedException {
        String facts = "counters-" + UUID.randomUUID() + ".v1";
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            admin.createTopics(Stream.concat(
                                    Stream.of(topic(facts, PARTITIONS), topic(probeOf(facts), 1)),
                                    Instance.GROUPS.stream().map(group -> topic(deadLetters(facts, group), 1)))
                            .toList())
                    .all()
                    .get();
        }
        return facts;
    }

    static String deadLetters(String topic, String group) {
        return topic + "." + group + ".dlt";
    }

    /** Topic on which the nemesis sees whether a record is acknowledged. */
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
