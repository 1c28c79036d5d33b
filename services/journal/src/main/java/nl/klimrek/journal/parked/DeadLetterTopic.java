package nl.klimrek.journal.parked;

import java.util.List;
import nl.klimrek.contracts.TopicDefinition;

/**
 * The topic on which a group parks records of a topic that it cannot process.
 *
 * @param topic the topic it reads
 * @param group the group
 */
public record DeadLetterTopic(String topic, String group) {

    /** One per reader of each topic. */
    public static List<DeadLetterTopic> all() {
        return TopicDefinition.all().stream()
                .flatMap(topic -> topic.readers().stream().map(reader -> new DeadLetterTopic(topic.name(), reader)))
                .toList();
    }

    public String name() {
        return TopicDefinition.deadLetters(topic, group);
    }
}
