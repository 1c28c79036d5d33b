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
 * <p>Guarantee: topics have three replicas, and with {@code acks=all} two must have a record before it is
 * acknowledged. With one node down everything works. With two down nothing is acknowledged, and nothing acknowledged
 * is lost. A stopped or killed node restarts on its folder.
 *
 * <p>For tests: no authentication, loopback only. The node processes end with this process.
 */
public final class EmbeddedCluster implements AutoCloseable {

    /** Number of nodes. */
    public static final int NODES = 3;

    private static final int MIN_PORT = 20_000;
    private static final int MAX_PORT = 31_999;

    private final Path folder;
    private final String clusterId = Uuid.randomUuid().toString();
    private final List<Integer> ports = freePorts();
    private final List<NodeProcess> nodes = new ArrayList<>();

    private EmbeddedCluster(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        IntStream.rangeClosed(1, NODES).forEach(id -> nodes.add(process(id)));
    }

    /** Starts the nodes on an empty or missing folder; returns when all serve requests. */
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

    /** The value of {@code bootstrap.servers}, with every node. */
    public String bootstrapServers() {
        return ports.subList(0, NODES).stream()
                .map(port -> EmbeddedKafka.LOOPBACK + ":" + port)
                .collect(Collectors.joining(","));
    }

    /** As {@link EmbeddedKafka#createTopics}, with three replicas each. */
    public Set<String> createTopics(Collection<TopicSpec> plans) {
        return TopicCreator.createMissing(Map.of("bootstrap.servers", bootstrapServers()), plans);
    }

    /** Stops a node (1 to {@link #NODES}) cleanly; does nothing if it is not running. */
    public synchronized void stop(int id) {
        nodes.get(id - 1).stop();
    }

    /** Kills the process of a node. */
    public synchronized void kill(int id) {
        nodes.get(id - 1).kill();
    }

    /** Process id of a node. */
    public synchronized long pid(int id) {
        return nodes.get(id - 1).pid();
    }

    /**
     * Restarts the nodes that are down, each on its folder and port; returns when they serve requests. They start
     * together, because one node alone has no majority.
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

    /** Client ports of the nodes, then their controller ports, below the system's ephemeral range. */
    private static List<Integer> freePorts() {
        return Stream.generate(() -> ThreadLocalRandom.current().nextInt(MIN_PORT, MAX_PORT + 1))
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

    /** Kills every node; the data stays on disk. Idempotent. */
    @Override
    public synchronized void close() {
        nodes.forEach(NodeProcess::kill);
    }
}
