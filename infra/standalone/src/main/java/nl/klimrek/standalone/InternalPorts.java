package nl.klimrek.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Loopback ports for what only the portal needs to reach. They are below the range from which the system takes ports for
 * outgoing connections, so that none of those has one by the time its service listens.
 */
final class InternalPorts {

    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 31_999;
    private static final int TRIES = 1_000;

    private final Map<String, Integer> byName = new LinkedHashMap<>();

    private InternalPorts() {}

    /** A free port for each name, no two the same. */
    static InternalPorts choose(List<String> names) {
        InternalPorts ports = new InternalPorts();
        names.forEach(name -> ports.byName.put(name, ports.free()));
        return ports;
    }

    int of(String name) {
        return byName.get(name);
    }

    String url(String name) {
        return "http://127.0.0.1:" + of(name);
    }

    private int free() {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST + 1);
            if (!byName.containsValue(port) && isFree(port)) {
                return port;
            }
        }
        throw new CannotStart("No free port was found on loopback between %d and %d.".formatted(LOWEST, HIGHEST), null);
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
