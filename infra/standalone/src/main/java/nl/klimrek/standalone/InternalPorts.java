package nl.klimrek.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Loopback ports for what only the portal needs to reach. */
final class InternalPorts {

    private final Map<String, Integer> byName = new LinkedHashMap<>();

    private InternalPorts() {}

    /** A free port for each name; held open together while choosing, so that no two are the same. */
    static InternalPorts choose(List<String> names) {
        InternalPorts ports = new InternalPorts();
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (String name : names) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                held.add(socket);
                ports.byName.put(name, socket.getLocalPort());
            }
            for (ServerSocket socket : held) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on loopback", e);
        }
        return ports;
    }

    int of(String name) {
        return byName.get(name);
    }

    String url(String name) {
        return "http://127.0.0.1:" + of(name);
    }
}
