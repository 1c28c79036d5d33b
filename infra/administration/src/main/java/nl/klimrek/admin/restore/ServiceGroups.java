package nl.klimrek.admin.restore;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import nl.klimrek.contracts.TopicDefinition;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupListing;
import org.apache.kafka.common.TopicPartition;

/** The consumer groups of one service, and the topics that each reads. A service's groups have its name, or begin with it and a dash. */
record ServiceGroups(String service, Map<String, Set<String>> topics) {

    /** The groups that the declarations name and those that the broker knows. */
    static ServiceGroups of(Admin broker, String service) throws ExecutionException, InterruptedException {
        Map<String, Set<String>> topics = new TreeMap<>();
        for (TopicDefinition topic : TopicDefinition.all()) {
            topic.readers().stream()
                    .filter(group -> belongs(group, service))
                    .forEach(group -> topics.computeIfAbsent(group, name -> new TreeSet<>())
                            .addAll(List.of(topic.name(), TopicDefinition.retries(group))));
        }
        List<String> known = broker.listConsumerGroups().all().get().stream()
                .map(ConsumerGroupListing::groupId)
                .filter(group -> belongs(group, service))
                .toList();
        for (String group : known) {
            Collection<TopicPartition> committed = broker.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .keySet();
            committed.forEach(partition ->
                    topics.computeIfAbsent(group, name -> new TreeSet<>()).add(partition.topic()));
        }
        Set<String> existing = broker.listTopics().names().get();
        topics.values().forEach(names -> names.retainAll(existing));
        return new ServiceGroups(service, topics);
    }

    private static boolean belongs(String group, String service) {
        return group.equals(service) || group.startsWith(service + "-");
    }

    /** Those of these groups that have members, as {@code group (n members)}. */
    List<String> withMembers(Admin broker) throws ExecutionException, InterruptedException {
        List<String> found = new ArrayList<>();
        broker.describeConsumerGroups(topics.keySet()).all().get().forEach((group, description) -> {
            if (!description.members().isEmpty()) {
                found.add(group + " (" + description.members().size() + " members)");
            }
        });
        return found;
    }

    /** Topics that the service writes. */
    static List<String> ownTopics(Admin broker, String service) throws ExecutionException, InterruptedException {
        Set<String> existing = broker.listTopics().names().get();
        return TopicDefinition.all().stream()
                .filter(topic -> topic.owner().equals(service))
                .map(TopicDefinition::name)
                .filter(existing::contains)
                .collect(Collectors.toList());
    }
}
