package nl.klimrek.standalone;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Says at once, before anything else has started, that the portal's port is taken. */
final class PortalPort {

    private PortalPort() {}

    static void requireFree(PlatformOptions options) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(options.host, options.port));
        } catch (IOException | IllegalArgumentException e) {
            throw new CannotStart(
                    "Port %d is taken by another program or can not be used; choose another with --port."
                            .formatted(options.port),
                    e);
        }
    }
}
