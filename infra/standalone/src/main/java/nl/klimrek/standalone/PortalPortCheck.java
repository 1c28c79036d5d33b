package nl.klimrek.standalone;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Checks that the portal's port is free, before anything else starts. */
final class PortalPortCheck {

    private PortalPortCheck() {}

    static void requireFree(PlatformOptions options) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(options.host, options.port));
        } catch (IOException | IllegalArgumentException e) {
            throw new PlatformStartException(
                    "Port %d is in use or not allowed; choose another with --port.".formatted(options.port), e);
        }
    }
}
