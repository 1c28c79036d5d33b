package nl.klimrek.standalone.demo;

import picocli.CommandLine.Option;

/** Where the platform is; the same words as {@code infra/up} takes. */
final class DemoOptions {

    @Option(names = "--port", paramLabel = "N", defaultValue = "8080", description = "port of the portal")
    int port;

    @Option(names = "--kafka-port", paramLabel = "N", defaultValue = "9092", description = "port of the broker")
    int kafkaPort;

    @Option(names = "--mongo-port", paramLabel = "N", defaultValue = "27017", description = "port of the store; the demo does not need it")
    int mongoPort;

    String portal() {
        return "http://localhost:" + port;
    }

    String broker() {
        return "localhost:" + kafkaPort;
    }
}
