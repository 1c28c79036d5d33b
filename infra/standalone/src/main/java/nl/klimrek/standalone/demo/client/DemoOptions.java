package nl.klimrek.standalone.demo.client;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import nl.klimrek.eventing.kafka.KafkaClientFile;
import picocli.CommandLine.Option;

/** Command-line options of {@code infra/demo}: where the platform runs. */
public final class DemoOptions {

    @Option(names = "--port", paramLabel = "N", defaultValue = "8080", description = "port of the portal")
    public int port;

    @Option(names = "--kafka-port", paramLabel = "N", defaultValue = "9092", description = "port of the broker")
    public int kafkaPort;

    @Option(
            names = "--mongo-port",
            paramLabel = "N",
            defaultValue = "27017",
            description = "port of the store; the demo does not need it")
    public int mongoPort;

    @Option(
            names = "--client-files",
            paramLabel = "DIR",
            defaultValue = ".klimrek/client",
            description = "folder of the broker's client files")
    public Path clientFiles;

    public String portal() {
        return "http://localhost:" + port;
    }

    /** Kafka client settings of a reader of the published topics. */
    public Map<String, Object> reader() {
        return client("reader.conf");
    }

    /** Kafka client settings of the organisation's HR system. */
    public Map<String, Object> hrSystem() {
        return client("hr-system.conf");
    }

    private Map<String, Object> client(String name) {
        Path file = clientFiles.resolve(name);
        try {
            Map<String, Object> settings = KafkaClientFile.read(file);
            settings.put("bootstrap.servers", "localhost:" + kafkaPort);
            return settings;
        } catch (IOException e) {
            throw new PlatformNotRunning("The client file " + file
                    + " cannot be read; only the user who started Klimrek can play the demo.");
        }
    }
}
