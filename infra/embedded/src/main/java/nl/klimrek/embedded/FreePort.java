package nl.klimrek.embedded;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds free ports and says early and plainly which wanted port is not free. */
public final class FreePort {

    private FreePort() {}

    /**
     * The wanted port when it is free now, or any free one where 0 is wanted. Another program can
     * still take it before it is bound, so whoever binds handles that too.
     *
     * @throws PortTakenException the wanted port has a listener
     */
    public static int free(String host, int wanted) {
        try (ServerSocket probe = new ServerSocket()) {
            // A listener that closed a moment ago leaves connections in TIME_WAIT, which are no reason to refuse.
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
