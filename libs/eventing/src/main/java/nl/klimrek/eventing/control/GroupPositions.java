package nl.klimrek.eventing.control;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import nl.klimrek.eventing.relay.RelayControl;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * How far the consumer groups of a service were, noted in its own database from time to time. A backup of the database so says
 * where a restored service must read on: everything before these positions had its effect in the database when they were noted.
 * They may be a little behind, never ahead.
 */
public final class GroupPositions {

    private static final String ID = "_id";
    private static final String PREFIX = "positions/";
    private static final String AT = "at";
    private static final String TOPICS = "topics";
    private static final String TOPIC = "topic";
    private static final String NEXT = "next";
    private static final String PARTITION = "partition";

    private final MongoCollection<Document> documents;

    public GroupPositions(MongoDatabase database) {
        this.documents = database.getCollection(RelayControl.COLLECTION);
    }

    /** Notes the next record to read of each partition, as committed before this call. */
    public void note(String group, Map<TopicPartition, Long> next, Instant at) {
        Map<String, List<Document>> partitions = new TreeMap<>();
        next.forEach((partition, offset) -> partitions
                .computeIfAbsent(partition.topic(), topic -> new ArrayList<>())
                .add(new Document(PARTITION, partition.partition()).append(NEXT, offset)));
        List<Document> topics = new ArrayList<>();
        partitions.forEach((topic, offsets) -> topics.add(new Document(TOPIC, topic).append(NEXT, offsets)));
        documents.replaceOne(
                Filters.eq(ID, PREFIX + group),
                new Document(ID, PREFIX + group).append(AT, Date.from(at)).append(TOPICS, topics),
                new ReplaceOptions().upsert(true));
    }

    /** When the positions were last noted; null if they never were. */
    public @Nullable Instant notedAt(String group) {
        Document found = documents.find(Filters.eq(ID, PREFIX + group)).first();
        return found == null ? null : Objects.requireNonNull(found.getDate(AT)).toInstant();
    }

    /** The positions as last noted; empty if they never were. */
    public Map<TopicPartition, Long> of(String group) {
        Document found = documents.find(Filters.eq(ID, PREFIX + group)).first();
        Map<TopicPartition, Long> next = new HashMap<>();
        if (found != null) {
            for (Document topic : found.getList(TOPICS, Document.class)) {
                for (Document partition : topic.getList(NEXT, Document.class)) {
                    next.put(
                            new TopicPartition(
                                    topic.getString(TOPIC),
                                    partition.get(PARTITION, Number.class).intValue()),
                            partition.get(NEXT, Number.class).longValue());
                }
            }
        }
        return next;
    }
}
