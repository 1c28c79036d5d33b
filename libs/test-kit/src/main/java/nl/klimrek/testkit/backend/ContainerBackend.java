package nl.klimrek.testkit.backend;

import org.opentest4j.TestAbortedException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.MongoDBContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** Starts the real engines once per JVM where there is a Docker engine; Testcontainers removes them when the JVM ends. */
final class ContainerBackend {

    static final String SKIPPED =
            "SKIPPED: no Docker engine answers, so nothing ran on real Kafka and MongoDB containers; "
                    + "the same suites ran on the embedded engines only.";

    private ContainerBackend() {}

    static boolean available() {
        return Docker.ANSWERS;
    }

    static Backend shared() {
        if (!available()) {
            throw new TestAbortedException(SKIPPED);
        }
        return Started.BACKEND;
    }

    private static final class Docker {

        static final boolean ANSWERS = ask();

        private static boolean ask() {
            boolean answers = DockerClientFactory.instance().isDockerAvailable();
            if (!answers) {
                // Readers of the build's output must not take the embedded run for the real one.
                System.err.println(SKIPPED);
            }
            return answers;
        }
    }

    private static final class Started {

        static final Backend BACKEND = start();

        private static Backend start() {
            KafkaContainer kafka = new KafkaContainer(DockerImageName.parse("apache/kafka:3.9.1"))
                    .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
            MongoDBContainer mongo = new MongoDBContainer(DockerImageName.parse("mongo:7.0"));
            kafka.start();
            mongo.start();
            return new Backend(BackendKind.CONTAINERS, kafka.getBootstrapServers(), mongo.getConnectionString());
        }
    }
}
