package nl.klimrek.standalone;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** What a person may choose at the start; the same words as {@code infra/up} takes. */
final class PlatformOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".klimrek",
            description = "folder for everything that is kept")
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
            description = "let others on the network reach this demonstration, without encryption")
    boolean demoOnNetwork;

    @Option(names = "--port", paramLabel = "N", defaultValue = "8080", description = "port of the portal")
    int port;

    @Option(names = "--kafka-port", paramLabel = "N", defaultValue = "9092", description = "port of the broker")
    int kafkaPort;

    @Option(names = "--mongo-port", paramLabel = "N", defaultValue = "27017", description = "port of the store")
    int mongoPort;

    @Option(names = "--empty", description = "start without the demo organisation's people")
    boolean empty;

    @Option(names = "--hide-secrets", description = "print no password and no key: the output goes to a file")
    boolean hideSecrets;

    /** Refuses to be found from other machines by accident. */
    void requireLoopbackOrConsent() {
        for (String address : List.of(host, kafkaHost)) {
            if (!demoOnNetwork && !isLoopback(address)) {
                throw new CannotStart(
                        ("%s can be reached from other machines, and this is a demonstration without encryption; "
                                        + "add --demo-on-network if that is what you want.")
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
            throw new CannotStart("There is no address " + address + ".", e);
        }
    }

    /** Where browsers and programs find the portal. */
    String portal() {
        return "http://localhost:" + port;
    }
}
