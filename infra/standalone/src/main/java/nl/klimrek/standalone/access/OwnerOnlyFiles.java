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
 * Creates folders (0700) and files (0600) that only their owner can read. Every method throws {@link
 * UncheckedIOException} if the file system does not allow that.
 */
public final class OwnerOnlyFiles {

    /** Folders that the platform creates in its data folder. */
    private static final Set<String> PLATFORM_FOLDERS = Set.of("broker", "store", "log", "mail", "secrets", "client");

    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private OwnerOnlyFiles() {}

    /**
     * Creates the data folder if needed, and restricts the platform's folders in it and all their content to the
     * owner. The data folder itself is restricted too, unless it also holds files of other programs.
     */
    public static void restrictData(Path data) {
        try {
            Files.createDirectories(data, PosixFilePermissions.asFileAttribute(FOLDER));
            if (holdsOnlyPlatformFolders(data)) {
                Files.setPosixFilePermissions(data, FOLDER);
            }
            for (String name : PLATFORM_FOLDERS) {
                Path folder = data.resolve(name);
                if (Files.notExists(folder)) {
                    Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(FOLDER));
                }
                Files.walkFileTree(folder.toRealPath(), new RestrictVisitor());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + data + " cannot be restricted to its owner", e);
        }
    }

    private static boolean holdsOnlyPlatformFolders(Path data) throws IOException {
        try (Stream<Path> entries = Files.list(data)) {
            return entries.allMatch(
                    entry -> PLATFORM_FOLDERS.contains(entry.getFileName().toString()));
        }
    }

    /** Replaces the file's text atomically. */
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

    private static final class RestrictVisitor extends SimpleFileVisitor<Path> {

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
