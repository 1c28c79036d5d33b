package nl.klimrek.admin.restore;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import nl.klimrek.contracts.TopicDefinition;

/** Compacted topics keep deletions for a time only: a reader that is set back further keeps what was deleted. */
final class CompactedTopics {

    private CompactedTopics() {}

    /** The compacted topics of these groups whose deletions since the moment may be gone. */
    static List<String> gaps(ServiceGroups groups, Instant moment, Instant now) {
        Set<String> read = new TreeSet<>();
        groups.topics().values().forEach(read::addAll);
        return TopicDefinition.all().stream()
                .filter(topic -> topic.compacted() && read.contains(topic.name()))
                .filter(topic -> moment.isBefore(oldestDeletion(topic, now)))
                .map(topic -> topic.name() + " has no deletions from before " + oldestDeletion(topic, now))
                .toList();
    }

    static Instant oldestDeletion(TopicDefinition topic, Instant now) {
        return now.minus(Duration.ofDays(Objects.requireNonNull(topic.tombstoneDays())));
    }
}
