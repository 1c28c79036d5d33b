package nl.klimrek.embedded.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import nl.klimrek.embedded.DataFolderInUseException;
import nl.klimrek.embedded.DataFolderUnwritableException;
import nl.klimrek.embedded.FolderLock;
import nl.klimrek.embedded.FreePort;
import nl.klimrek.embedded.PortTakenException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.utils.Time;

/**
 * A real Kafka broker, with its KRaft controller, in this JVM and on disk.
 *
 * <p>What it keeps: every record it acknowledged survives {@link #close()} and a kill of the
 * process at any moment, because an acknowledged record is in the operating system's page cache,
 * which does not die with the process; the next start on the same folder recovers it. It does not
 * survive a power cut: like any Kafka broker it leaves flushing to the operating system, and a
 * single node has no replica to make up for that. Controller metadata (topics, partitions) is
 * flushed to the disk itself.
 *
 * <p>One node, replication factor 1; without a {@link BrokerAccess} no authentication: for a developer's machine and for tests.
 * It listens on loopback unless another host is given; topics are never made by accident
 * (see {@link #createTopics}).
 */
public final class EmbeddedKafka implements AutoCloseable {

    public static final String LOOPBACK = "127.0.0.1";
    private static final int ATTEMPTS_ON_A_FREE_PORT = 3;

    private final FolderLock lock;
    private final KafkaRaftServer server;
    private final String bootstrapServers;
    private final Optional<BrokerAccess> access;
    private boolean closed;

    private EmbeddedKafka(
            FolderLock lock, KafkaRaftServer server, String bootstrapServers, Optional<BrokerAccess> access) {
        this.lock = lock;
        this.access = access;
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /** Starts on loopback and any free port; see {@link #start(Path, String, int)}. */
    public static EmbeddedKafka start(Path dataFolder) {
        return start(dataFolder, LOOPBACK, 0);
    }

    /**
     * Starts a broker on its data and returns when it serves requests. An empty or missing folder
     * is formatted first; a later start goes on with what is there, whatever the port.
     *
     * @param host what to listen on, and what clients are told to connect to; for a wildcard
     *             (<code>0.0.0.0</code>) they are told this machine's own name
     * @param port 1 to 65535, or 0 for any free one
     * @throws PortTakenException            the port has a listener
     * @throws DataFolderInUseException      another run works on this folder
     * @throws DataFolderUnwritableException the folder can not be made or written
     */
    public static EmbeddedKafka start(Path dataFolder, String host, int port) {
        return start(dataFolder, host, port, Optional.empty());
    }

    /**
     * As {@link #start(Path, String, int)}, and lets in only whom it knows and lets them do only what was granted. The folder
     * may be one that was used without access before.
     */
    public static EmbeddedKafka start(Path dataFolder, String host, int port, BrokerAccess access) {
        return start(dataFolder, host, port, Optional.of(access));
    }

    private static EmbeddedKafka start(Path dataFolder, String host, int port, Optional<BrokerAccess> access) {
        Path folder = dataFolder.toAbsolutePath().normalize();
        FolderLock lock = FolderLock.take(folder);
        try {
            return start(lock, folder.resolve("log"), host, port, access);
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        }
    }

    private static EmbeddedKafka start(
            FolderLock lock, Path logFolder, String host, int port, Optional<BrokerAccess> access) {
        for (int attempt = 1; ; attempt++) {
            int clientPort = FreePort.free(host, port);
            try {
                return start(
                        lock,
                        new BrokerSettings(
                                logFolder, host, clientPort, ClusterMember.alone(FreePort.free(LOOPBACK, 0)), access));
            } catch (RuntimeException e) {
                if (!lostThePort(e)) {
                    throw e;
                }
                if (port != 0 || attempt == ATTEMPTS_ON_A_FREE_PORT) {
                    throw new PortTakenException(host, clientPort, e);
                }
            }
        }
    }

    /** Starts one node of a cluster on loopback, and returns when the cluster has a controller and the node serves requests. */
    static EmbeddedKafka start(Path dataFolder, int port, ClusterMember place) {
        Path folder = dataFolder.toAbsolutePath().normalize();
        FolderLock lock = FolderLock.take(folder);
        try {
            return start(lock, new BrokerSettings(folder.resolve("log"), LOOPBACK, port, place, Optional.empty()));
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        }
    }

    private static EmbeddedKafka start(FolderLock lock, BrokerSettings settings) {
        LogFolder.formatOnce(settings.logFolder(), settings.place());
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings.properties()), Time.SYSTEM);
        try {
            server.startup();
            return new EmbeddedKafka(
                    lock, server, settings.advertisedHost() + ":" + settings.port(), settings.access());
        } catch (RuntimeException e) {
            server.shutdown();
            server.awaitShutdown();
            throw e;
        }
    }

    private static boolean lostThePort(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(BindException.class::isInstance);
    }

    /** {@code host:port}, as {@code bootstrap.servers} wants it. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /**
     * Makes those topics that are not there yet; one that is there keeps the partitions and
     * settings it has. May be called again and again.
     *
     * @return the names of the topics that were made now
     */
    public Set<String> createTopics(Collection<TopicSpec> plans) {
        return TopicCreator.createMissing(adminSettings(), plans);
    }

    /**
     * AclReconciler exactly this and takes back everything that was granted before and is not in it.
     *
     * @throws IllegalStateException this broker was started without access, so it refuses nobody
     */
    public void grant(Collection<AclBinding> plan) {
        if (access.isEmpty()) {
            throw new IllegalStateException("This broker lets everybody do everything");
        }
        try (Admin admin = Admin.create(adminSettings())) {
            new AclReconciler(admin).become(plan);
        }
    }

    private Map<String, Object> adminSettings() {
        Map<String, Object> settings = new HashMap<>();
        access.ifPresent(known -> settings.putAll(known.clientSettings(known.admin())));
        settings.put("bootstrap.servers", bootstrapServers);
        return settings;
    }

    /** Stops in order: the broker hands over, flushes its logs and marks the stop as clean. May be called twice. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        server.shutdown();
        server.awaitShutdown();
        release(lock);
    }

    private static void release(FolderLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not release the data folder", e);
        }
    }
}
