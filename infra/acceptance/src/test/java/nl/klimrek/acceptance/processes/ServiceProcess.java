package nl.klimrek.acceptance.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.klimrek.embedded.ParentBoundMain;

/** A main class in its own process, which can be killed and restarted with the same arguments. */
final class ServiceProcess implements AutoCloseable {

    private final String name;
    private final List<String> command;
    private final Path log;
    private Process process;

    /** Starts it. */
    ServiceProcess(String name, Path folder, Class<?> main, List<String> arguments) {
        this.name = name;
        this.log = folder.resolve(name + ".log");
        this.command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx224m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xss512k",
                "-XX:MaxDirectMemorySize=64m",
                "-Djava.awt.headless=true",
                "-Dorg.springframework.boot.logging.LoggingSystem=none",
                "-Dklimrek.data=" + folder.resolve(name),
                "-cp",
                System.getProperty("java.class.path"),
                ParentBoundMain.class.getName(),
                main.getName()));
        command.addAll(arguments);
        start();
    }

    String name() {
        return name;
    }

    synchronized void start() {
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills it as {@code kill -9} does. */
    synchronized void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException(name + " does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks it to stop, as {@code kill} does, and waits. Returns how long it took; kills what does not stop. */
    synchronized Duration stop() {
        long begin = System.nanoTime();
        // Process.destroy would close its standard input too, whose end kills it.
        process.toHandle().destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Its state and the last lines of its log. */
    synchronized String logTail() {
        try {
            List<String> lines = Files.readAllLines(log);
            String state = process.isAlive() ? "running" : "ended with " + process.exitValue();
            return name + ", " + state + ":\n"
                    + String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
