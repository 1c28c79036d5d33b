package nl.klimrek.testkit.service;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.testkit.backend.TopicAdmin;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** What a service still has to do by itself: events that it has to handle, and events that it has to publish. */
final class Settling {

    private static final Document WITH_EVENTS = new Document("outbox.0", new Document("$exists", true));
    private static final Duration INTERVAL = Duration.ofMillis(20);

    private final TopicAdmin admin;
    private final Collection<EventHandlers> readers;
    private final MongoDatabaseFactory store;

    Settling(TopicAdmin admin, Collection<EventHandlers> readers, MongoDatabaseFactory store) {
        this.admin = admin;
        this.readers = readers.stream().filter(each -> !each.topics().isEmpty()).toList();
        this.store = store;
    }

    /** Waits until the service has handled every event that is on its topics at this moment. */
    void awaitConsumed() {
        Map<TopicPartition, Long> ends = ends();
        waitUntil(() -> isConsumed(ends), ServiceUnderTest.TIMEOUT);
    }

    /** Waits until every event in the service's outboxes is published. */
    void awaitPublished() {
        waitUntil(this::isPublished, ServiceUnderTest.TIMEOUT);
    }

    /**
     * Waits until nothing is left to handle or to publish. What a handler publishes is in an outbox before the handled record
     * counts as read, so while the ends of the topics stay the same, nothing can follow any more.
     */
    void awaitSettled() {
        waitUntil(
                () -> {
                    Map<TopicPartition, Long> ends = ends();
                    return isConsumed(ends) && isPublished() && ends.equals(ends());
                },
                ServiceUnderTest.TIMEOUT.multipliedBy(3));
    }

    private Map<TopicPartition, Long> ends() {
        Set<String> topics =
                readers.stream().flatMap(each -> each.topics().stream()).collect(Collectors.toSet());
        return topics.isEmpty() ? Map.of() : admin.endOffsets(topics);
    }

    private boolean isConsumed(Map<TopicPartition, Long> ends) {
        return readers.stream().allMatch(each -> admin.hasCommitted(each.group(), endsOf(each, ends)));
    }

    private static Map<TopicPartition, Long> endsOf(EventHandlers reader, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .filter(end -> reader.topics().contains(end.getKey().topic()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private boolean isPublished() {
        var database = store.getMongoDatabase();
        for (String collection : database.listCollectionNames()) {
            if (database.getCollection(collection).find(WITH_EVENTS).first() != null) {
                return false;
            }
        }
        return true;
    }

    private static void waitUntil(Callable<Boolean> condition, Duration longest) {
        await().pollDelay(Duration.ZERO).pollInterval(INTERVAL).atMost(longest).until(condition);
    }
}
