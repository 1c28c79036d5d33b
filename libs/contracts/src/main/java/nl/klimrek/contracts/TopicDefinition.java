package nl.klimrek.contracts;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One topic as {@code infra/topics} declares it; those files are on the class path, so the declaration is the topic.
 *
 * @param name topic name
 * @param owner service (or system) that alone writes it
 * @param purpose one sentence for people
 * @param key what the record key is; records of one key are in order
 * @param partitions number of partitions
 * @param retentionDays days a record is kept; null for ever
 * @param compacted whether only the newest record of a key is kept
 * @param readers consumer groups that read it; each has a dead-letter topic
 */
public record TopicDefinition(
        String name,
        String owner,
        String purpose,
        String key,
        int partitions,
        Integer retentionDays,
        boolean compacted,
        List<String> readers) {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(365);
    /** The broker keeps records unpacked, and so refuses what is small only while it is packed: no reader has to unpack it. */
    private static final Map<String, String> UNPACKED =
            Map.of("compression.type", "uncompressed", "max.message.bytes", "1048588");

    /** Every topic of {@link Topics#ALL}, in that order. */
    public static List<TopicDefinition> all() {
        return Topics.ALL.stream().map(TopicDefinition::of).toList();
    }

    /** The declaration of one topic; fails when there is none. */
    public static TopicDefinition of(String name) {
        try (InputStream in = TopicDefinition.class.getResourceAsStream("/topics/" + name + ".yaml")) {
            if (in == null) {
                throw new IllegalArgumentException("no declaration of topic " + name);
            }
            return YAML.readValue(in, TopicDefinition.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The settings, by Kafka's names, with which the topic is to be made. */
    public Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>(UNPACKED);
        settings.put("cleanup.policy", compacted ? "compact" : "delete");
        if (!compacted) {
            settings.put(
                    "retention.ms",
                    retentionDays == null
                            ? "-1"
                            : Long.toString(Duration.ofDays(retentionDays).toMillis()));
        }
        return Map.copyOf(settings);
    }

    /** The settings with which a reader's dead-letter topic is to be made. */
    public static Map<String, String> deadLetterSettings() {
        Map<String, String> settings = new TreeMap<>(UNPACKED);
        settings.put("retention.ms", Long.toString(DEAD_LETTERS_KEPT.toMillis()));
        return Map.copyOf(settings);
    }

    /** Where a reader parks what it cannot take: {@code <topic>.<group>.dlt}. */
    public static String deadLetters(String topic, String group) {
        return topic + "." + group + ".dlt";
    }
}
