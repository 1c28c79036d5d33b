package nl.klimrek.standalone.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import nl.klimrek.eventing.kafka.KafkaClientFile;
import picocli.CommandLine.Option;

/** Where the platform is; the same words as {@code infra/up} takes. */
final class DemoOptions {

    @Option(names = "--port", paramLabel = "N", defaultValue = "8080", description = "port of the portal")
    int port;

    @Option(names = "--kafka-port", paramLabel = "N", defaultValue = "9092", description = "port of the broker")
    int kafkaPort;

    @Option(
            names = "--mongo-port",
            paramLabel = "N",
            defaultValue = "27017",
            description = "port of the store; the demo does not need it")
    int mongoPort;

    @Option(
            names = "--client-files",
            paramLabel = "DIR",
            defaultValue = ".klimrek/client",
            description = "folder of the broker's client files")
    Path clientFiles;

    String portal() {
        return "http://localhost:" + port;
    }

    /** What a Kafka client needs to read what services publish. */
    Map<String, Object> reader() {
        return client("reader.conf");
    }

    /** What a Kafka client needs to write as the organisation's HR system. */
    Map<String, Object> hrSystem() {
        return client("hr-system.conf");
    }

    private Map<String, Object> client(String name) {
        Path file = clientFiles.resolve(name);
        try {
            Map<String, Object> settings = KafkaClientFile.read(file);
            settings.put("bootstrap.servers", "localhost:" + kafkaPort);
            return settings;
        } catch (IOException e) {
            throw new NotRunning("The client file " + file
                    + " cannot be read; only the user who started Klimrek can play the demo.");
        }
    }
}
