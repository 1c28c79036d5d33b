package nl.klimrek.standalone.mailbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Stores the newest messages as {@code .eml} files. A message survives a kill once {@link #store} has returned. Above
 * the limit the oldest message is deleted. Thread-safe; a folder has one owner at a time.
 */
final class MailFolder {

    private static final String EML = ".eml";
    private static final String HALF = ".half";

    private final Path folder;
    private final int limit;
    private final Clock clock;
    private final ConcurrentSkipListSet<MailId> ids = new ConcurrentSkipListSet<>();
    private int number;

    /** @throws UncheckedIOException if the folder cannot be created or read */
    MailFolder(Path folder, int limit, Clock clock) {
        this.folder = folder;
        this.limit = limit;
        this.clock = clock;
        try {
            Files.createDirectories(folder);
            look();
        } catch (IOException e) {
            throw new UncheckedIOException("The mail folder " + folder + " cannot be used", e);
        }
    }

    private void look() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (name.endsWith(HALF)) {
                    Files.delete(file);
                } else if (name.endsWith(EML)) {
                    MailId.parse(name.substring(0, name.length() - EML.length()))
                            .ifPresent(ids::add);
                }
            }
        }
    }

    synchronized MailId store(byte[] message) throws IOException {
        MailId id = MailId.at(clock.instant(), number++);
        while (ids.contains(id)) {
            id = MailId.at(clock.instant(), number++);
        }
        Path half = folder.resolve(id.value() + HALF);
        try (FileChannel file = FileChannel.open(half, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(message);
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
        Files.move(half, file(id), StandardCopyOption.ATOMIC_MOVE);
        ids.add(id);
        while (ids.size() > limit) {
            Files.deleteIfExists(file(ids.pollFirst()));
        }
        return id;
    }

    /** The newest ids first; only those older than {@code after} if given. */
    List<MailId> newest(Optional<MailId> after, int most) {
        var older =
                after.<NavigableSet<MailId>>map(id -> ids.headSet(id, false)).orElse(ids);
        return older.descendingSet().stream().limit(most).toList();
    }

    /** The raw message; empty if it does not exist. */
    Optional<byte[]> read(MailId id) throws IOException {
        try {
            return ids.contains(id) ? Optional.of(Files.readAllBytes(file(id))) : Optional.empty();
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    private Path file(MailId id) {
        return folder.resolve(id.value() + EML);
    }
}
