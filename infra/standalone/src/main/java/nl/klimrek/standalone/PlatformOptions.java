package nl.klimrek.standalone;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Command-line options of {@code infra/up}. */
final class PlatformOptions {

    @Option(names = "--data", paramLabel = "DIR", defaultValue = ".klimrek", description = "data folder")
    Path data;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "address on which the portal listens")
    String host;

    @Option(
            names = "--kafka-host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "address on which the broker listens")
    String kafkaHost;

    @Option(
            names = "--demo-on-network",
            description = "let other machines reach this demonstration, without encryption")
    boolean demoOnNetwork;

    @Option(names = "--port", paramLabel = "N", defaultValue = "8080", description = "port of the portal")
    int port;

    @Option(names = "--kafka-port", paramLabel = "N", defaultValue = "9092", description = "port of the broker")
    int kafkaPort;

    @Option(names = "--mongo-port", paramLabel = "N", defaultValue = "27017", description = "port of the store")
    int mongoPort;

    @Option(names = "--empty", description = "start without the demo organisation's people")
    boolean empty;

    @Option(names = "--hide-secrets", description = "print no passwords or keys, because the output goes to a file")
    boolean hideSecrets;

    /** Refuses an address that other machines can reach, unless the user agreed to that. */
    void requireLoopbackOrConsent() {
        for (String address : List.of(host, kafkaHost)) {
            if (!demoOnNetwork && !isLoopback(address)) {
                throw new PlatformStartException(
                        ("Other machines can reach %s, and this demonstration does not encrypt anything; "
                                        + "add --demo-on-network to allow that.")
                                .formatted(address),
                        null);
            }
        }
    }

    /** The address on which the portal listens. */
    InetAddress hostAddress() {
        return resolved(host);
    }

    private static boolean isLoopback(String address) {
        return resolved(address).isLoopbackAddress();
    }

    private static InetAddress resolved(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new PlatformStartException("There is no address " + address + ".", e);
        }
    }

    /** Base URL of the portal. */
    String portal() {
        return "http://localhost:" + port;
    }
}
