package nl.klimrek.servicekit.topics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import nl.klimrek.contracts.DeclaredTopic;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Compares the broker's topics with declarations. Reads only; needs no more than DESCRIBE on each topic. */
public final class TopicComparison {

    private final Admin admin;

    public TopicComparison(Admin admin) {
        this.admin = admin;
    }

    /**
     * Every difference, by topic in the order given. More partitions than declared are no difference, because partitions
     * can be added by the documented procedure and never removed.
     *
     * @throws ExecutionException if the broker does not answer
     */
    public List<TopicDifference> compare(Collection<DeclaredTopic> declared)
            throws ExecutionException, InterruptedException {
        Map<String, TopicDescription> descriptions =
                describe(declared.stream().map(DeclaredTopic::name).collect(Collectors.toSet()));
        Map<String, Config> configs = configs(descriptions.keySet());
        List<TopicDifference> differences = new ArrayList<>();
        for (DeclaredTopic topic : declared) {
            TopicDescription description = descriptions.get(topic.name());
            Config config = configs.get(topic.name());
            if (description == null || config == null) {
                differences.add(TopicDifference.missing(topic.name()));
            } else {
                compare(topic, description, config, differences);
            }
        }
        return List.copyOf(differences);
    }

    private static void compare(
            DeclaredTopic topic, TopicDescription description, Config config, List<TopicDifference> differences) {
        int partitions = description.partitions().size();
        if (partitions < topic.partitions()) {
            differences.add(difference(topic, TopicDifference.PARTITIONS, topic.partitions(), partitions));
        }
        int replicas = description.partitions().stream()
                .mapToInt(partition -> partition.replicas().size())
                .min()
                .orElse(0);
        if (replicas < topic.replicas()) {
            differences.add(difference(topic, TopicDifference.REPLICAS, topic.replicas(), replicas));
        }
        new TreeMap<>(topic.settings()).forEach((name, value) -> {
            var entry = config.get(name);
            String actual = entry == null ? "unknown" : String.valueOf(entry.value());
            if (!actual.equals(value)) {
                differences.add(difference(topic, name, value, actual));
            }
        });
    }

    private static TopicDifference difference(DeclaredTopic topic, String setting, Object declared, Object actual) {
        return new TopicDifference(topic.name(), setting, declared.toString(), actual.toString());
    }

    private Map<String, Config> configs(Set<String> names) throws ExecutionException, InterruptedException {
        Map<String, KafkaFuture<Config>> answers = new TreeMap<>();
        admin.describeConfigs(names.stream()
                        .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                        .toList())
                .values()
                .forEach((resource, config) -> answers.put(resource.name(), config));
        return existing(answers);
    }

    private Map<String, TopicDescription> describe(Set<String> names) throws ExecutionException, InterruptedException {
        return existing(admin.describeTopics(names).topicNameValues());
    }

    /** Answers about topics that the answering broker knows; a topic is created on the brokers one after another. */
    private static <T> Map<String, T> existing(Map<String, KafkaFuture<T>> answers)
            throws ExecutionException, InterruptedException {
        Map<String, T> found = new TreeMap<>();
        for (Map.Entry<String, KafkaFuture<T>> each : answers.entrySet()) {
            try {
                found.put(each.getKey(), each.getValue().get());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
            }
        }
        return found;
    }
}
