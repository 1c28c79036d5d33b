package nl.klimrek.embedded.kafka;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process of a cluster node, as its parent sees it. */
final class NodeProcess {

    private static final Logger LOGGER = LoggerFactory.getLogger(NodeProcess.class);
    private static final long STOP_SECONDS = 20;

    private final Process process;
    private final BufferedReader says;
    private final Path log;

    private NodeProcess(Process process, Path log) {
        this.process = process;
        this.says = process.inputReader(StandardCharsets.UTF_8);
        this.log = log;
    }

    /** Starts the process with this process's class path; it may not serve requests yet. */
    static NodeProcess start(Path folder, int port, ClusterMember place) {
        Path log = folder.resolve("node.log");
        try {
            Files.createDirectories(folder);
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Xss512k",
                            "-XX:MaxDirectMemorySize=64m",
                            "-Dklimrek.data=" + folder,
                            "-cp",
                            System.getProperty("java.class.path"),
                            ClusterNodeMain.class.getName(),
                            folder.toString(),
                            Integer.toString(port),
                            place.clusterId(),
                            Integer.toString(place.id()),
                            place.controllerPorts().stream()
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(",")))
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return new NodeProcess(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when the node serves requests; throws with the end of its log if it ended. */
    void awaitServing() {
        try {
            if (!ClusterNodeMain.SERVING.equals(says.readLine())) {
                List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
                throw new IllegalStateException("A node did not start:\n"
                        + String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /**
     * Stops the process cleanly. A node that cannot stop, because its cluster has no majority, is killed with a
     * warning.
     */
    void stop() {
        process.destroy();
        if (!ended(STOP_SECONDS)) {
            LOGGER.warn(
                    "Process {} did not stop within {} s and is killed; its log is {}",
                    process.pid(),
                    STOP_SECONDS,
                    log);
            kill();
        }
    }

    /** Kills the process, as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        if (!ended(STOP_SECONDS)) {
            throw new IllegalStateException("Process " + process.pid() + " does not end");
        }
    }

    private boolean ended(long seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
