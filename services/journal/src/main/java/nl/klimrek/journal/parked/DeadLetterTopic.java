package nl.klimrek.journal.parked;

import java.util.List;
import nl.klimrek.contracts.TopicDefinition;

/**
 * Where a group parks what it can not take of a topic.
 *
 * @param topic the topic it reads
 * @param group the group
 */
public record DeadLetterTopic(String topic, String group) {

    /** One for each reader of each topic. */
    public static List<DeadLetterTopic> all() {
        return TopicDefinition.all().stream()
                .flatMap(topic -> topic.readers().stream().map(reader -> new DeadLetterTopic(topic.name(), reader)))
                .toList();
    }

    public String name() {
        return TopicDefinition.deadLetters(topic, group);
    }
}
