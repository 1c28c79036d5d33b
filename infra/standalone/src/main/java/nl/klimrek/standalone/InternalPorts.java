package nl.klimrek.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Loopback ports of the services behind the portal. They lie below the system's ephemeral range, so no outgoing
 * connection can occupy one before its service listens.
 */
final class InternalPorts {

    private static final int MIN_PORT = 20_000;
    private static final int MAX_PORT = 31_999;
    private static final int MAX_ATTEMPTS = 1_000;

    private final Map<String, Integer> byName = new LinkedHashMap<>();

    private InternalPorts() {}

    /** Chooses a different free port for each name. */
    static InternalPorts choose(List<String> names) {
        InternalPorts ports = new InternalPorts();
        names.forEach(name -> ports.byName.put(name, ports.free()));
        return ports;
    }

    int of(String name) {
        return Objects.requireNonNull(byName.get(name), name);
    }

    String url(String name) {
        return "http://127.0.0.1:" + of(name);
    }

    private int free() {
        for (int i = 0; i < MAX_ATTEMPTS; i++) {
            int port = ThreadLocalRandom.current().nextInt(MIN_PORT, MAX_PORT + 1);
            if (!byName.containsValue(port) && isFree(port)) {
                return port;
            }
        }
        throw new PlatformStartException(
                "No free port was found on loopback between %d and %d.".formatted(MIN_PORT, MAX_PORT), null);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (BindException taken) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
