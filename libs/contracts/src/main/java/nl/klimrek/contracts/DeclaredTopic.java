package nl.klimrek.contracts;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One topic of a broker as it has to be. Everything that creates or checks topics goes by these.
 *
 * @param name topic name
 * @param partitions number of partitions
 * @param replicas brokers that have a copy of each record
 * @param settings Kafka's topic settings that are declared; others are the broker's own
 */
public record DeclaredTopic(String name, int partitions, int replicas, Map<String, String> settings) {

    public DeclaredTopic {
        settings = Map.copyOf(settings);
    }

    /** Every topic of a cluster, each once, by name. */
    public static List<DeclaredTopic> onCluster() {
        return of(TopicDefinition.all());
    }

    /** Every topic of a single broker, each once, by name. */
    public static List<DeclaredTopic> onSingleBroker() {
        return of(TopicDefinition.all().stream()
                .map(TopicDefinition::onSingleBroker)
                .toList());
    }

    private static List<DeclaredTopic> of(Collection<TopicDefinition> definitions) {
        Map<String, DeclaredTopic> byName = new TreeMap<>();
        definitions.forEach(
                definition -> definition.declared().forEach(topic -> byName.putIfAbsent(topic.name(), topic)));
        return List.copyOf(byName.values());
    }
}
