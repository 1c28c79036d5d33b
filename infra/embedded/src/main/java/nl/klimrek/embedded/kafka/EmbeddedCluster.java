package nl.klimrek.embedded.kafka;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.klimrek.embedded.FreePort;
import nl.klimrek.embedded.PortTakenException;
import org.apache.kafka.common.Uuid;

/**
 * Three Kafka brokers, each with a controller, in processes of their own on this machine and on disk.
 *
 * <p>What it keeps: a topic made here has three replicas, and a record counts as acknowledged (with {@code acks=all}) when
 * two have it. So one node may be away and everything goes on; with two away nothing is acknowledged any more, and nothing
 * that was is lost. A node comes back on its folder, whether it was stopped or killed.
 *
 * <p>No authentication, loopback only: for tests. The processes end with this one, however that ends.
 */
public final class EmbeddedCluster implements AutoCloseable {

    /** How many nodes there are. */
    public static final int NODES = 3;

    private static final int LOWEST_PORT = 20_000;
    private static final int HIGHEST_PORT = 31_999;

    private final Path folder;
    private final String clusterId = Uuid.randomUuid().toString();
    private final List<Integer> ports = freePorts();
    private final List<NodeProcess> nodes = new ArrayList<>();

    private EmbeddedCluster(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        IntStream.rangeClosed(1, NODES).forEach(id -> nodes.add(process(id)));
    }

    /** Starts the nodes on an empty or missing folder and returns when all serve requests. */
    public static EmbeddedCluster start(Path emptyFolder) {
        EmbeddedCluster cluster = new EmbeddedCluster(emptyFolder);
        try {
            cluster.nodes.forEach(NodeProcess::awaitServing);
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /** Every node, as {@code bootstrap.servers} wants it. */
    public String bootstrapServers() {
        return ports.subList(0, NODES).stream()
                .map(port -> EmbeddedKafka.LOOPBACK + ":" + port)
                .collect(Collectors.joining(","));
    }

    /** As {@link EmbeddedKafka#createTopics}, with three replicas each. */
    public Set<String> createTopics(Collection<TopicSpec> plans) {
        return TopicCreator.createMissing(Map.of("bootstrap.servers", bootstrapServers()), plans);
    }

    /** Stops a node (1 to {@link #NODES}) in order; does nothing when it is not there. */
    public synchronized void stop(int id) {
        nodes.get(id - 1).stop();
    }

    /** Ends the process of a node with no warning. */
    public synchronized void kill(int id) {
        nodes.get(id - 1).kill();
    }

    /** Process of a node. */
    public synchronized long pid(int id) {
        return nodes.get(id - 1).pid();
    }

    /**
     * Brings those nodes back that are not there, each on its folder and port, and returns when they serve requests. Where
     * fewer than two were left, they come back together, because one alone has no majority.
     */
    public synchronized void startMissing() {
        List<Integer> missing = IntStream.rangeClosed(1, NODES)
                .filter(id -> !nodes.get(id - 1).isAlive())
                .boxed()
                .toList();
        missing.forEach(id -> nodes.set(id - 1, process(id)));
        missing.forEach(id -> nodes.get(id - 1).awaitServing());
    }

    private NodeProcess process(int id) {
        return NodeProcess.start(
                folder.resolve("node-" + id),
                ports.get(id - 1),
                new ClusterMember(id, clusterId, ports.subList(NODES, 2 * NODES)));
    }

    /** A port for the clients of each node and then one for each controller, below those the system gives to others. */
    private static List<Integer> freePorts() {
        return Stream.generate(() -> ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT + 1))
                .filter(EmbeddedCluster::isFree)
                .distinct()
                .limit(2L * NODES)
                .toList();
    }

    private static boolean isFree(int port) {
        try {
            return FreePort.free(EmbeddedKafka.LOOPBACK, port) == port;
        } catch (PortTakenException taken) {
            return false;
        }
    }

    /** Ends every process at once; what is on disk stays. May be called twice. */
    @Override
    public synchronized void close() {
        nodes.forEach(NodeProcess::kill);
    }
}
