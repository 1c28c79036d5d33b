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
import org.h2.mvstore.MVStore;

/**
 * A store that speaks MongoDB's wire protocol (mongo-java-server), in this JVM and on disk (H2's MVStore).
 *
 * <p>What it keeps: every write it answered survives {@link #close()} and a kill of the process at
 * any moment, and so does everything that anybody was shown in the answer to a read; a write is on
 * disk whole or not at all. Commits are shared by everybody who waits
 * ({@code infra/decisions/embedded-store.md} has the figures). It does not survive a power cut:
 * the operating system decides when to flush.
 *
 * <p>What it lacks beside a real MongoDB: transactions, sessions, aggregations by an index and more, see
 * the decision page. Without a {@link StoreAccess} no authentication: for a developer's machine and for tests. It listens on
 * loopback unless another host is given.
 */
public final class EmbeddedMongo implements AutoCloseable {

    public static final String LOOPBACK = "127.0.0.1";
    private static final String FILE = "store.mv";
    private static final int CACHE_MEBIBYTES = 32;

    private final FolderLock lock;
    private final MVStore store;
    private final GroupCommit commits;
    private final WireServer server;
    private final String host;
    private final Optional<StoreAccess> access;
    private boolean closed;

    private EmbeddedMongo(FolderLock lock, Path file, String host, int port, Optional<StoreAccess> access) {
        this.access = access;
        this.lock = lock;
        this.host = host;
        this.store = open(file);
        ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
        this.commits = new GroupCommit(store, connections::close);
        try {
            StoredBackend backend = new StoredBackend(new StoreMaps(store), commits, Clock.systemUTC());
            this.server =
                    new WireServer(host, port, backend, commits, connections, access.map(StoreAccess::credentials));
        } catch (RuntimeException e) {
            commits.close();
            store.close();
            throw e;
        }
    }

    /** Starts on loopback and any free port; see {@link #start(Path, String, int)}. */
    public static EmbeddedMongo start(Path dataFolder) {
        return start(dataFolder, LOOPBACK, 0);
    }

    /**
     * Starts on its data and returns when it serves requests. An empty or missing folder is a new store.
     *
     * @param host what to listen on; a wildcard (<code>0.0.0.0</code>) means every interface
     * @param port 1 to 65535, or 0 for any free one
     * @throws PortTakenException            the port has a listener
     * @throws DataFolderInUseException      another run works on this folder
     * @throws DataFolderUnwritableException the folder can not be made or written
     */
    public static EmbeddedMongo start(Path dataFolder, String host, int port) {
        return start(dataFolder, host, port, Optional.empty());
    }

    /** As {@link #start(Path, String, int)}, and carries out commands only for whoever logged in. */
    public static EmbeddedMongo start(Path dataFolder, String host, int port, StoreAccess access) {
        return start(dataFolder, host, port, Optional.of(access));
    }

    private static EmbeddedMongo start(Path dataFolder, String host, int port, Optional<StoreAccess> access) {
        Path folder = dataFolder.toAbsolutePath().normalize();
        FolderLock lock = FolderLock.take(folder);
        try {
            return new EmbeddedMongo(lock, folder.resolve(FILE), host, port, access);
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        }
    }

    private static MVStore open(Path file) {
        MVStore store = new MVStore.Builder()
                .fileName(file.toString())
                .cacheSize(CACHE_MEBIBYTES)
                // The store must commit between changes only, so never by itself: not after a while, not when much is
                // unsaved.
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .open();
        // With the default, 45 seconds of superseded chunks stay in the file: some twenty times the data under load.
        store.setRetentionTime(0);
        return store;
    }

    /** As a MongoDB driver wants it, without a database name; with the secret where one is needed. */
    public String connectionString() {
        boolean wildcard = new InetSocketAddress(host, 0).getAddress().isAnyLocalAddress();
        String address = (wildcard ? LOOPBACK : host) + ":" + server.port();
        return access.map(known -> known.inConnectionString(address)).orElse("mongodb://" + address);
    }

    /** Cuts every connection, commits what was under way and closes the file. May be called twice. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        server.close();
        commits.close();
        store.close();
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
