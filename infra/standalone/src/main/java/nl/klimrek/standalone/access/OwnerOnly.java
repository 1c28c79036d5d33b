package nl.klimrek.standalone.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Folders (0700) and files (0600) that only the user who runs the platform can read. Every method throws
 * {@link UncheckedIOException} when that cannot be made so.
 */
public final class OwnerOnly {

    /** What the platform keeps in its data folder. */
    private static final Set<String> OURS = Set.of("broker", "store", "log", "mail", "secrets", "client");

    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private OwnerOnly() {}

    /**
     * Makes the data folder where it is missing, and closes the platform's folders in it with everything they hold already.
     * The data folder itself is closed too, unless it also holds something of another program, such as a home folder does.
     */
    public static void closeData(Path data) {
        try {
            Files.createDirectories(data, PosixFilePermissions.asFileAttribute(FOLDER));
            if (holdsOnlyOurs(data)) {
                Files.setPosixFilePermissions(data, FOLDER);
            }
            for (String name : OURS) {
                Path folder = data.resolve(name);
                if (Files.notExists(folder)) {
                    Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(FOLDER));
                }
                Files.walkFileTree(folder.toRealPath(), new Closing());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + data + " cannot be closed to other users", e);
        }
    }

    private static boolean holdsOnlyOurs(Path data) throws IOException {
        try (Stream<Path> entries = Files.list(data)) {
            return entries.allMatch(entry -> OURS.contains(entry.getFileName().toString()));
        }
    }

    /** Replaces the file's text; a reader sees the old or the new one, never a part. */
    public static void write(Path file, String text) {
        Path half = file.resolveSibling("." + file.getFileName() + ".half");
        try {
            Files.createDirectories(file.getParent(), PosixFilePermissions.asFileAttribute(FOLDER));
            Files.deleteIfExists(half);
            Files.createFile(half, PosixFilePermissions.asFileAttribute(FILE));
            Files.writeString(half, text, StandardCharsets.UTF_8, StandardOpenOption.WRITE);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be written", e);
        }
    }

    private static final class Closing extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            set(folder, FOLDER);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isRegularFile()) {
                set(file, FILE);
            }
            return FileVisitResult.CONTINUE;
        }

        private static void set(Path path, Set<PosixFilePermission> wanted) throws IOException {
            if (!Files.getPosixFilePermissions(path).equals(wanted)) {
                Files.setPosixFilePermissions(path, wanted);
            }
        }
    }
}
