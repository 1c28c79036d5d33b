package nl.klimrek.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

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

    /** Where a reader parks what it can not take: {@code <topic>.<group>.dlt}. */
    public static String deadLetters(String topic, String group) {
        return topic + "." + group + ".dlt";
    }
}
