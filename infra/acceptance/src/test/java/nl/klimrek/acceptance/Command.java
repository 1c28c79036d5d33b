package nl.klimrek.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Runs commands from the project's root, as a person does. */
public final class Command {

    public static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private static final Map<Process, Path> OUTPUTS = new ConcurrentHashMap<>();

    private Command() {}

    /** The program's file on the path; empty when it is not installed. */
    public static Optional<Path> find(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Runs a command to its end. */
    public static Result run(Duration longest, String... words) {
        return run(longest, Map.of(), words);
    }

    /** Runs a command to its end with these environment variables. */
    static Result run(Duration longest, Map<String, String> environment, String... words) {
        Process process = start(environment, words);
        try {
            if (!process.waitFor(longest.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(
                        String.join(" ", words) + " took longer than " + longest + ":\n" + outputOf(process));
            }
            return new Result(process.exitValue(), outputOf(process));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts a command and leaves it running. */
    static Process start(String... words) {
        return start(Map.of(), words);
    }

    private static Process start(Map<String, String> environment, String... words) {
        try {
            Path out = Files.createTempFile("klimrek-command", ".out");
            ProcessBuilder command = new ProcessBuilder(List.of(words))
                    .directory(ROOT.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile());
            command.environment().putAll(environment);
            Process process = command.start();
            OUTPUTS.put(process, out);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The output so far. */
    static String outputOf(Process process) {
        try {
            return Files.readString(OUTPUTS.get(process), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The result of a command.
     *
     * @param exit exit code
     * @param output everything it printed
     */
    public record Result(int exit, String output) {

        String lastLine() {
            List<String> lines = output.strip().lines().toList();
            return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        }
    }
}
