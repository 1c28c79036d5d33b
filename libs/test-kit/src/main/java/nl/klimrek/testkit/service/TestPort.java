package nl.klimrek.testkit.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** A port for a server that is started in a moment. */
public final class TestPort {

    private TestPort() {}

    /** A free port below the range of outgoing connections, so that it probably stays free until it is used. */
    public static int free() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(10_000, 30_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                // Another port may be free.
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
