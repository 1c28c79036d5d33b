package nl.klimrek.embedded;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds free ports, and reports early if a requested port is in use. */
public final class FreePort {

    private FreePort() {}

    /**
     * Returns the requested port if it is free, or any free one for 0. Another program can still bind it first, so
     * the caller must handle that.
     *
     * @throws PortTakenException if the requested port is in use
     */
    public static int free(String host, int wanted) {
        try (ServerSocket probe = new ServerSocket()) {
            // Connections in TIME_WAIT of a closed listener do not matter.
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(host, wanted));
            return probe.getLocalPort();
        } catch (BindException e) {
            throw new PortTakenException(host, wanted, e);
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot listen on " + host, e);
        }
    }
}
