package nl.klimrek.benchmarks.scale;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import nl.klimrek.embedded.ParentBoundMain;

/** A server in its own process, with a port of its own. Both compilers, a small heap. */
final class Instance implements AutoCloseable {

    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);
    private static final long POLL_NANOS = 50_000_000;
    private static final int LOG_LINES = 15;

    private final String name;
    private final Path log;
    private final int port;
    private final Process process;

    private Instance(String name, Path log, int port, Process process) {
        this.name = name;
        this.log = log;
        this.port = port;
        this.process = process;
    }

    /** Starts it; {@link #awaitListening} tells when it serves requests. */
    static Instance start(String name, Path folder, int port, Class<?> main, List<String> arguments)
            throws IOException {
        Path log = folder.resolve(name + ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-Xss512k",
                "-Djava.awt.headless=true",
                "-Dorg.springframework.boot.logging.LoggingSystem=none",
                "-Dklimrek.data=" + folder.resolve(name)));
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), ParentBoundMain.class.getName(), main.getName()));
        command.addAll(arguments);
        Files.createDirectories(folder);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "end-" + name));
        return new Instance(name, log, port, process);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Processor time that it has used so far. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    int port() {
        return port;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Waits until the port accepts connections; a service opens it when everything else has started. */
    Instance awaitListening() throws IOException {
        long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
        while (!isListening()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                List<String> lines = Files.readAllLines(log);
                throw new IllegalStateException(name + " did not start:\n"
                        + String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size())));
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return this;
    }

    private boolean isListening() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Ends it as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Asks it to stop, as {@code kill} does, and returns how long it took. */
    Duration stop() throws InterruptedException {
        long begin = System.nanoTime();
        // Process.destroy would close its standard input too, whose end kills it.
        process.toHandle().destroy();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            kill();
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Override
    public void close() {
        try {
            stop();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
