package nl.klimrek.embedded.kafka;

import java.util.Map;

/**
 * A topic to create.
 *
 * @param name       1 to 249 characters of {@code a-z A-Z 0-9 . _ -} (Kafka's own rule)
 * @param partitions at least 1; order per key holds within a partition only
 * @param config Kafka topic settings, for example {@code cleanup.policy}
 */
public record TopicSpec(String name, int partitions, Map<String, String> config) {

    public TopicSpec {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A topic has a name");
        }
        if (partitions < 1) {
            throw new IllegalArgumentException("A topic has at least one partition: " + name);
        }
        config = Map.copyOf(config);
    }

    public TopicSpec(String name, int partitions) {
        this(name, partitions, Map.of());
    }
}
