package nl.klimrek.embedded.store;

import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import nl.klimrek.embedded.DataFolderInUseException;
import nl.klimrek.embedded.DataFolderUnwritableException;
import nl.klimrek.embedded.FolderLock;
import nl.klimrek.embedded.PortTakenException;
import nl.klimrek.embedded.store.log.WriteAheadLog;
import org.h2.mvstore.MVStore;

/**
 * A store that speaks MongoDB's wire protocol (mongo-java-server), in this JVM and on disk (H2's MVStore).
 *
 * <p>Guarantee: an answered write, and everything a read returned, survives {@link #close()} and a kill of the
 * process at any moment. A write is on disk completely or not at all. Waiting writers share a commit ({@code
 * infra/decisions/embedded-store.md} has the figures). It does not survive a power cut, because the operating system
 * decides when to flush.
 *
 * <p>It lacks MongoDB's transactions, sessions, indexed aggregations and more; see the decision page. Clients
 * authenticate only if a {@link StoreAccess} is given. It is meant for a developer's machine and for tests, and
 * listens on loopback unless another host is given.
 */
public final class EmbeddedMongo implements AutoCloseable {

    public static final String LOOPBACK = "127.0.0.1";
    private static final String FILE = "store.mv";
    private static final String LOG = "store.log";
    private static final int CACHE_MEBIBYTES = 32;

    private final FolderLock lock;
    private final MVStore store;
    private final WriteAheadLog log;
    private final GroupCommit commits;
    private final WireServer server;
    private final String host;
    private final Optional<StoreAccess> access;
    private boolean closed;

    private EmbeddedMongo(FolderLock lock, Path folder, String host, int port, Optional<StoreAccess> access) {
        this.access = access;
        this.lock = lock;
        this.host = host;
        this.store = open(folder.resolve(FILE));
        this.log = WriteAheadLog.open(folder.resolve(LOG), store);
        ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
        StoreMaps maps = StoreMaps.recovered(store, log);
        this.commits = new GroupCommit(store, log::commit, connections::close);
        try {
            StoredBackend backend = new StoredBackend(maps, commits, Clock.systemUTC());
            this.server =
                    new WireServer(host, port, backend, commits, connections, access.map(StoreAccess::credentials));
        } catch (RuntimeException e) {
            closeFiles();
            throw e;
        }
    }

    private void closeFiles() {
        commits.close();
        if (commits.hasFailed()) {
            // What was acknowledged is in the store's last checkpoint and the log; anything else must not be added.
            store.closeImmediately();
        } else {
            commits.reading(() -> {
                log.checkpoint();
                return true;
            });
            store.close();
        }
        log.close();
    }

    /** Starts on loopback and any free port; see {@link #start(Path, String, int)}. */
    public static EmbeddedMongo start(Path dataFolder) {
        return start(dataFolder, LOOPBACK, 0);
    }

    /**
     * Starts a store and returns when it serves requests. An empty or missing folder is a new store.
     *
     * @param host address to listen on; a wildcard (<code>0.0.0.0</code>) means every interface
     * @param port 1 to 65535, or 0 for any free one
     * @throws PortTakenException if the port is in use
     * @throws DataFolderInUseException if another run uses this folder
     * @throws DataFolderUnwritableException if the folder cannot be created or written
     */
    public static EmbeddedMongo start(Path dataFolder, String host, int port) {
        return start(dataFolder, host, port, Optional.empty());
    }

    /** As {@link #start(Path, String, int)}, with authentication. */
    public static EmbeddedMongo start(Path dataFolder, String host, int port, StoreAccess access) {
        return start(dataFolder, host, port, Optional.of(access));
    }

    private static EmbeddedMongo start(Path dataFolder, String host, int port, Optional<StoreAccess> access) {
        Path folder = dataFolder.toAbsolutePath().normalize();
        FolderLock lock = FolderLock.acquire(folder);
        try {
            return new EmbeddedMongo(lock, folder, host, port, access);
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        }
    }

    private static MVStore open(Path file) {
        MVStore store = new MVStore.Builder()
                .fileName(file.toString())
                .cacheSize(CACHE_MEBIBYTES)
                // Only GroupCommit commits, between changes; never a timer or a full buffer.
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .open();
        // The default keeps superseded chunks for 45 seconds, some twenty times the data under load.
        store.setRetentionTime(0);
        return store;
    }

    /** Connection string for a MongoDB driver, without a database name; contains the secret if there is one. */
    public String connectionString() {
        boolean wildcard = new InetSocketAddress(host, 0).getAddress().isAnyLocalAddress();
        String address = (wildcard ? LOOPBACK : host) + ":" + server.port();
        return access.map(known -> known.inConnectionString(address)).orElse("mongodb://" + address);
    }

    /** Closes every connection, commits pending changes and closes the file. Idempotent. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        server.close();
        closeFiles();
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
