package nl.klimrek.standalone;

import java.nio.file.Path;

import picocli.CommandLine.Option;

/** What a person may choose at the start; the same words as {@code infra/up} takes. */
final class PlatformOptions {

    @Option(names = "--data", paramLabel = "DIR", defaultValue = ".klimrek", description = "folder for everything that is kept")
    Path data;

    @Option(names = "--host", paramLabel = "ADDRESS", defaultValue = "127.0.0.1", description = "address to listen on")
    String host;

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

    /** Where browsers and programs find the portal. */
    String portal() {
        return "http://localhost:" + port;
    }
}
