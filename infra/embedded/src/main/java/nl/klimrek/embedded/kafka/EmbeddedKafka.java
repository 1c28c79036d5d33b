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
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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
import org.apache.kafka.server.metrics.KafkaYammerMetrics;

/**
 * A real Kafka broker, with its KRaft controller, in this JVM and on disk.
 *
 * <p>Guarantee: an acknowledged record survives {@link #close()} and a kill of the process at any moment. It is in
 * the operating system's page cache, and the next start on the same folder recovers it. It does not survive a power
 * cut: Kafka leaves flushing to the operating system, and a single node has no replicas. Controller metadata (topics,
 * partitions) is flushed to disk.
 *
 * <p>One node, replication factor 1, for a developer's machine and for tests. Clients authenticate only if a {@link
 * BrokerAccess} is given. It listens on loopback unless another host is given, and never creates topics automatically
 * (see {@link #createTopics}).
 */
public final class EmbeddedKafka implements AutoCloseable {

    public static final String LOOPBACK = "127.0.0.1";
    private static final int ATTEMPTS_ON_A_FREE_PORT = 3;

    private final FolderLock lock;
    private final KafkaRaftServer server;
    private final Optional<LoneBroker> lone;
    private final String bootstrapServers;
    private final Optional<BrokerAccess> access;
    private Optional<ScheduledExecutorService> rates = Optional.empty();
    private boolean closed;

    private EmbeddedKafka(
            FolderLock lock,
            KafkaRaftServer server,
            Optional<LoneBroker> lone,
            String bootstrapServers,
            Optional<BrokerAccess> access) {
        this.lock = lock;
        this.lone = lone;
        this.access = access;
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /** Starts on loopback and any free port; see {@link #start(Path, String, int)}. */
    public static EmbeddedKafka start(Path dataFolder) {
        return start(dataFolder, LOOPBACK, 0);
    }

    /**
     * Starts a broker and returns when it serves requests. An empty or missing folder is formatted first; a later
     * start uses its data, on any port.
     *
     * @param host address to listen on and to advertise; for a wildcard (<code>0.0.0.0</code>) this machine's name is
     *     advertised
     * @param port 1 to 65535, or 0 for any free one
     * @throws PortTakenException if the port is in use
     * @throws DataFolderInUseException if another run uses this folder
     * @throws DataFolderUnwritableException if the folder cannot be created or written
     */
    public static EmbeddedKafka start(Path dataFolder, String host, int port) {
        return start(dataFolder, host, port, Optional.empty());
    }

    /**
     * As {@link #start(Path, String, int)}, with authentication and access control. The folder may have been used
     * without them before.
     */
    public static EmbeddedKafka start(Path dataFolder, String host, int port, BrokerAccess access) {
        return start(dataFolder, host, port, Optional.of(access));
    }

    /**
     * Starts on loopback and any free port, with these broker settings over its own: for tests, for example with a listener for
     * TLS, which is named {@code CLIENT}.
     */
    public static EmbeddedKafka start(Path dataFolder, Map<String, String> overrides) {
        Path folder = dataFolder.toAbsolutePath().normalize();
        FolderLock lock = FolderLock.acquire(folder);
        try {
            return start(
                    lock,
                    new BrokerSettings(
                            folder.resolve("log"),
                            LOOPBACK,
                            FreePort.free(LOOPBACK, 0),
                            ClusterMember.alone(FreePort.free(LOOPBACK, 0)),
                            Optional.empty(),
                            overrides));
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        }
    }

    private static EmbeddedKafka start(Path dataFolder, String host, int port, Optional<BrokerAccess> access) {
        Path folder = dataFolder.toAbsolutePath().normalize();
        FolderLock lock = FolderLock.acquire(folder);
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

    /** Starts one node of a cluster on loopback; returns when the node serves requests. */
    static EmbeddedKafka start(Path dataFolder, int port, ClusterMember place) {
        Path folder = dataFolder.toAbsolutePath().normalize();
        FolderLock lock = FolderLock.acquire(folder);
        try {
            return start(lock, new BrokerSettings(folder.resolve("log"), LOOPBACK, port, place, Optional.empty()));
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        }
    }

    private static EmbeddedKafka start(FolderLock lock, BrokerSettings settings) {
        LogFolder.formatOnce(settings.logFolder(), settings.place());
        Set<Thread> before = LoneBroker.threads();
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings.properties()), Time.SYSTEM);
        try {
            server.startup();
            return new EmbeddedKafka(
                    lock,
                    server,
                    settings.place().isAlone() ? Optional.of(LoneBroker.of(server, before)) : Optional.empty(),
                    settings.advertisedHost() + ":" + settings.port(),
                    settings.access());
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

    /** {@code host:port}, the value of {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /**
     * Creates the missing topics; existing ones keep their partitions and settings. Idempotent.
     *
     * @return names of the topics created by this call
     */
    public Set<String> createTopics(Collection<TopicSpec> plans) {
        return TopicCreator.createMissing(adminSettings(), plans);
    }

    /**
     * AclReconciler exactly this and takes back everything that was granted before and is not in it.
     *
     * @throws IllegalStateException if this broker was started without access control
     */
    public void grant(Collection<AclBinding> plan) {
        if (access.isEmpty()) {
            throw new IllegalStateException("This broker was started without access control");
        }
        try (Admin admin = Admin.create(adminSettings())) {
            new AclReconciler(admin).apply(plan);
        }
    }

    /**
     * Stops the timers that keep the broker's rates up to date, which wake up for every rate of every topic and which nobody
     * reads here. Rates that are registered later get timers again, so this is repeated once a minute.
     */
    public synchronized void stopRates() {
        if (rates.isPresent() || closed) {
            return;
        }
        ScheduledExecutorService stopping = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "kafka-rates");
            thread.setDaemon(true);
            return thread;
        });
        stopping.scheduleWithFixedDelay(
                () -> KafkaYammerMetrics.defaultRegistry().shutdown(), 0, 1, TimeUnit.MINUTES);
        rates = Optional.of(stopping);
    }

    private Map<String, Object> adminSettings() {
        Map<String, Object> settings = new HashMap<>();
        access.ifPresent(known -> settings.putAll(known.clientSettings(known.admin())));
        settings.put("bootstrap.servers", bootstrapServers);
        return settings;
    }

    /** Stops cleanly: the broker hands over, flushes its logs and marks the shutdown as clean. Idempotent. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        rates.ifPresent(ScheduledExecutorService::shutdownNow);
        lone.ifPresent(LoneBroker::close);
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
