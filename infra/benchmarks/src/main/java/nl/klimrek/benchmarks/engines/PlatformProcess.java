package nl.klimrek.benchmarks.engines;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.klimrek.benchmarks.BenchmarkSettings;

/**
 * The whole platform, started by {@code infra/up} with the flags that it gives everybody.
 *
 * @param process the platform's own process: the script becomes it
 * @param port port of the portal
 * @param data data folder
 */
public record PlatformProcess(ChildProcess process, int port, Path data) implements AutoCloseable {

    /** Starts it and returns when it is ready. */
    public static PlatformProcess start(BenchmarkSettings setting, Path data) throws IOException {
        return start(setting, data, Map.of());
    }

    /** Starts it with these variables in its environment and returns when it is ready. */
    public static PlatformProcess start(BenchmarkSettings setting, Path data, Map<String, String> environment)
            throws IOException {
        int port = port(setting.port());
        ChildProcess process = ChildProcess.start(
                List.of(
                        "infra/up",
                        "--data",
                        data.toString(),
                        "--port",
                        "" + port,
                        "--kafka-port",
                        "" + port(setting.kafkaPort()),
                        "--mongo-port",
                        "" + port(setting.mongoPort())),
                environment);
        try {
            process.awaitLine("Klimrek is ready");
            return new PlatformProcess(process, port, data);
        } catch (IOException | RuntimeException e) {
            process.close();
            throw e;
        }
    }

    /** Address of the portal. */
    public String address() {
        return "http://localhost:" + port;
    }

    private static int port(int wanted) throws IOException {
        if (wanted != 0) {
            return wanted;
        }
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
