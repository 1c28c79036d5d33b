package nl.klimrek.benchmarks.engines;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.klimrek.contracts.DeclaredTopic;
import nl.klimrek.embedded.kafka.EmbeddedKafka;
import nl.klimrek.embedded.kafka.TopicSpec;
import nl.klimrek.embedded.store.EmbeddedMongo;

/**
 * Broker and store with every declared topic, and nothing else. Says where they are, then does what it is told on its
 * standard input, and ends when that ends: a child of a process that was killed does not stay behind.
 */
public final class EnginesProcess {

    static final String STOP_BROKER = "stop broker";
    static final String START_BROKER = "start broker";
    static final String READY = "engines ready";
    static final String DONE = "done";

    private EnginesProcess() {}

    /** Arguments: data folder, port of the broker, port of the store; port 0 is any free one. */
    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(arguments[0]);
        EmbeddedMongo mongo =
                EmbeddedMongo.start(data.resolve("store"), EmbeddedMongo.LOOPBACK, Integer.parseInt(arguments[2]));
        EmbeddedKafka kafka =
                EmbeddedKafka.start(data.resolve("broker"), EmbeddedKafka.LOOPBACK, Integer.parseInt(arguments[1]));
        kafka.createTopics(topics());
        String address = kafka.bootstrapServers();
        System.out.println(READY + " " + address + " " + mongo.connectionString());
        int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        BufferedReader told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = told.readLine(); line != null; line = told.readLine()) {
            switch (line) {
                case STOP_BROKER -> kafka.close();
                case START_BROKER -> kafka = EmbeddedKafka.start(data.resolve("broker"), EmbeddedKafka.LOOPBACK, port);
                default -> throw new IllegalArgumentException("not understood: " + line);
            }
            System.out.println(DONE);
        }
        kafka.close();
        mongo.close();
        System.exit(0);
    }

    private static List<TopicSpec> topics() {
        List<TopicSpec> plans = new ArrayList<>();
        plans.add(new TopicSpec(Engines.RAW_TOPIC, Engines.RAW_PARTITIONS));
        DeclaredTopic.onSingleBroker()
                .forEach(topic -> plans.add(new TopicSpec(topic.name(), topic.partitions(), topic.settings())));
        return plans;
    }
}
