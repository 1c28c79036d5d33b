package nl.klimrek.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * An exclusive lock on a data folder. It is a lock of the operating system, so it ends with the process and never
 * becomes stale.
 */
public final class FolderLock implements AutoCloseable {

    private static final String FILE = "in-use.lock";

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Creates the folder if needed and locks it.
     *
     * @throws DataFolderInUseException if another run holds it, in this JVM or another process
     * @throws DataFolderUnwritableException if it cannot be created or written
     */
    public static FolderLock acquire(Path folder) {
        FileChannel channel = open(folder);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new DataFolderInUseException(folder, null);
            }
            return new FolderLock(channel);
        } catch (OverlappingFileLockException e) {
            throw refused(channel, new DataFolderInUseException(folder, e));
        } catch (DataFolderInUseException e) {
            throw refused(channel, e);
        } catch (IOException e) {
            throw refused(channel, new DataFolderUnwritableException(folder, e));
        }
    }

    private static FileChannel open(Path folder) {
        try {
            Files.createDirectories(folder);
            return FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new DataFolderUnwritableException(folder, e);
        }
    }

    private static EmbeddedStartException refused(FileChannel channel, EmbeddedStartException reason) {
        try {
            channel.close();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
        return reason;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
