package nl.klimrek.acceptance;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.stream.Stream;

/** npm tools in the versions pinned in {@code src/test/npm}. Tests that need them are skipped when npm is absent. */
public final class Npm {
    private static final Path PINNED = Path.of("src/test/npm").toAbsolutePath();
    private static final Path INSTALLED = Path.of("target/npm").toAbsolutePath();
    private static final Duration TIMEOUT = Duration.ofMinutes(4);

    private Npm() {}

    /** Installs the pinned tools once per build folder; another test process waits until they are there. */
    public static synchronized void install() throws IOException {
        if (Command.find("npm").isEmpty()) {
            skip("npm is not installed");
        }
        Files.createDirectories(INSTALLED);
        try (FileChannel lock = FileChannel.open(INSTALLED.resolve("lock"), CREATE, WRITE);
                FileLock held = lock.lock()) {
            assertThat(held.isValid()).isTrue();
            installPinned();
        }
    }

    private static void installPinned() throws IOException {
        try (Stream<Path> files = Files.list(PINNED)) {
            for (Path file : files.toList()) {
                Files.copy(file, INSTALLED.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Path done = INSTALLED.resolve("node_modules/.klimrek");
        String wanted = Files.readString(INSTALLED.resolve("package-lock.json"));
        if (Files.exists(done) && Files.readString(done).equals(wanted)) {
            return;
        }
        Command.Result result = Command.run(
                TIMEOUT, "npm", "ci", "--prefix", INSTALLED.toString(), "--ignore-scripts", "--no-audit", "--no-fund");
        if (result.exit() != 0) {
            skip("npm could not install it: " + result.lastLine());
        }
        Files.writeString(done, wanted);
    }

    /** Runs a script or tool and asserts that it succeeds. */
    static String run(String... words) {
        Command.Result result = Command.run(TIMEOUT, words);
        assertThat(result.exit()).as(result.output()).isZero();
        return result.output();
    }

    static String script(String name) {
        return INSTALLED.resolve(name).toString();
    }

    static String tool(String name) {
        return INSTALLED.resolve("node_modules/.bin").resolve(name).toString();
    }

    private static void skip(String why) {
        System.err.println("SKIPPED: " + why + "; the API descriptions were not read by their official parsers");
        assumeThat(false).as("SKIPPED: " + why).isTrue();
    }
}
