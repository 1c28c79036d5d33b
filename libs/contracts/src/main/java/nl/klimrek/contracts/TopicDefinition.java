package nl.klimrek.contracts;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One topic as {@code infra/topics} declares it; those files are on the class path.
 *
 * @param name topic name
 * @param owner service (or system) that alone writes it
 * @param purpose one sentence for people
 * @param key what the record key is; records of one key are in order
 * @param partitions number of partitions on a cluster; order per key holds within one, so it is chosen for years ahead
 * @param replicas brokers that have a copy of each record
 * @param minInSyncReplicas copies that an acknowledged record has at least
 * @param retentionDays days a record is kept; null for ever
 * @param compacted whether only the newest record of a key is kept
 * @param tombstoneDays days a deletion stays readable on a compacted topic: longer than any reader's longest absence; null
 *     on others
 * @param readers consumer groups that read it; each has a dead-letter topic
 */
public record TopicDefinition(
        String name,
        String owner,
        String purpose,
        String key,
        int partitions,
        int replicas,
        int minInSyncReplicas,
        @Nullable Integer retentionDays,
        boolean compacted,
        @Nullable Integer tombstoneDays,
        List<String> readers) {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final int DEAD_LETTERS_DAYS = 365;
    private static final int COMPACTED_AFTER_DAYS = 7;
    private static final int RETRIES_DAYS = 14;
    /** Partitions on a single broker: enough for one machine, and its start-up time grows with their number. */
    private static final int SINGLE_BROKER_PARTITIONS = 4;
    /** The broker keeps records unpacked, and so refuses what is small only while it is packed: no reader has to unpack it. */
    private static final Map<String, String> UNPACKED =
            Map.of("compression.type", "uncompressed", "max.message.bytes", "1048588");

    public TopicDefinition {
        if (partitions < 1 || replicas < 1 || minInSyncReplicas < 1 || minInSyncReplicas > replicas) {
            throw new IllegalArgumentException(name + " needs partitions, and no more replicas in sync than it has");
        }
        if (compacted != (tombstoneDays != null)) {
            throw new IllegalArgumentException(name + " needs tombstoneDays exactly if it is compacted");
        }
        readers = List.copyOf(readers);
    }

    /** The names of all topics that carry an event, in alphabetical order. */
    public static List<String> names() {
        return Contracts.ALL.stream()
                .map(Contracts::topicOf)
                .distinct()
                .sorted()
                .toList();
    }

    /** Every topic of {@link #names}, in that order. */
    public static List<TopicDefinition> all() {
        return names().stream().map(TopicDefinition::of).toList();
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
        Map<String, String> settings = durable(minInSyncReplicas);
        settings.put("cleanup.policy", compacted ? "compact" : "delete");
        if (compacted) {
            settings.put("delete.retention.ms", millis(Objects.requireNonNull(tombstoneDays)));
            // An old value is gone after a week, also from a segment that few records reach.
            settings.put("max.compaction.lag.ms", millis(COMPACTED_AFTER_DAYS));
            settings.put("segment.ms", millis(1));
        } else {
            settings.put("retention.ms", retentionDays == null ? "-1" : millis(retentionDays));
        }
        return Map.copyOf(settings);
    }

    /** This topic as a single broker has it: fewer partitions and one copy. The exception of the embedded broker. */
    public TopicDefinition onSingleBroker() {
        return new TopicDefinition(
                name,
                owner,
                purpose,
                key,
                Math.min(partitions, SINGLE_BROKER_PARTITIONS),
                1,
                1,
                retentionDays,
                compacted,
                tombstoneDays,
                readers);
    }

    /** The topic itself and what its readers need beside it: a dead-letter and a retry topic each, with as many replicas. */
    public List<DeclaredTopic> declared() {
        List<DeclaredTopic> all = new ArrayList<>();
        all.add(new DeclaredTopic(name, partitions, replicas, settings()));
        Map<String, String> parked = durable(minInSyncReplicas);
        parked.put("cleanup.policy", "delete");
        parked.put("retention.ms", millis(DEAD_LETTERS_DAYS));
        Map<String, String> retried = durable(minInSyncReplicas);
        retried.put("cleanup.policy", "delete");
        retried.put("retention.ms", millis(RETRIES_DAYS));
        for (String reader : readers) {
            all.add(new DeclaredTopic(deadLetters(name, reader), 1, replicas, parked));
            all.add(new DeclaredTopic(retries(reader), 1, replicas, retried));
        }
        return all;
    }

    private static Map<String, String> durable(int minInSyncReplicas) {
        Map<String, String> settings = new TreeMap<>(UNPACKED);
        settings.put("min.insync.replicas", Integer.toString(minInSyncReplicas));
        settings.put("unclean.leader.election.enable", "false");
        return settings;
    }

    private static String millis(int days) {
        return Long.toString(Duration.ofDays(days).toMillis());
    }

    /** Where a reader parks what it cannot process: {@code <topic>.<group>.dlt}. */
    public static String deadLetters(String topic, String group) {
        return topic + "." + group + ".dlt";
    }

    /** Where a reader gets parked records again: {@code klimrek.<group>.retry}. */
    public static String retries(String group) {
        return "klimrek." + group + ".retry";
    }
}
