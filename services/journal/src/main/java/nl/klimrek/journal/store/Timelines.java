package nl.klimrek.journal.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.Step;
import nl.klimrek.journal.chain.TimelineKey;
import org.bson.Document;

/**
 * Read documents: the positions on each timeline, and how far each stream has come. They only grow ({@code $addToSet},
 * {@code $max}), so writing the same again, or late, changes nothing; and all of it can be made anew from the entries.
 */
final class Timelines {

    private static final String POSITIONS = "positions";
    private static final String HIGHEST = "highest";
    private static final int BUCKETS_AT_ONCE = 64;

    private final MongoCollection<Document> timelines;

    Timelines(MongoDatabase database) {
        timelines = database.getCollection("timelines");
    }

    void add(Organisation organisation, List<Document> entries) {
        Map<String, List<Long>> positions = new LinkedHashMap<>();
        Map<String, Long> highest = new LinkedHashMap<>();
        for (Document entry : entries) {
            long position = EntryDocuments.position(entry);
            for (TimelineKey key : EntryDocuments.timelines(entry)) {
                String name = Names.timeline(organisation, key, Names.bucket(position));
                positions.computeIfAbsent(name, none -> new ArrayList<>()).add(position);
            }
            Step step = EntryDocuments.step(entry);
            if (step.counted()) {
                highest.merge(Names.stream(organisation, step.stream()), step.sequence(), Math::max);
            }
        }
        List<UpdateOneModel<Document>> updates = new ArrayList<>(positions.size() + highest.size());
        positions.forEach((name, added) -> updates.add(
                update(name, "$addToSet", new Document(POSITIONS, new Document("$each", added)))));
        highest.forEach((name, sequence) -> updates.add(update(name, "$max", new Document(HIGHEST, sequence))));
        timelines.bulkWrite(updates, new BulkWriteOptions().ordered(false));
    }

    /** The highest number of each of these streams; a stream of which there is nothing is left out. */
    Map<String, Long> highest(Organisation organisation, Collection<String> streams) {
        Map<String, String> byName = new HashMap<>();
        streams.forEach(stream -> byName.put(Names.stream(organisation, stream), stream));
        Map<String, Long> highest = new HashMap<>();
        timelines.find(new Document("_id", new Document("$in", byName.keySet()))).forEach(document ->
                highest.put(byName.get(document.getString("_id")), EntryDocuments.number(document, HIGHEST)));
        return highest;
    }

    /**
     * Positions on a timeline, ascending.
     *
     * @param after the position to start behind; 0 for the beginning
     * @param last the last position there is
     * @param most how many are wanted; fewer come only at the end
     */
    List<Long> positions(Organisation organisation, TimelineKey key, long after, long last, int most) {
        List<Long> found = new ArrayList<>();
        long end = Names.bucket(last);
        for (long from = Names.bucket(after + 1); from <= end && found.size() < most; from += BUCKETS_AT_ONCE) {
            List<String> names = LongStream.rangeClosed(from, Math.min(end, from + BUCKETS_AT_ONCE - 1))
                    .mapToObj(bucket -> Names.timeline(organisation, key, bucket)).toList();
            List<Long> batch = new ArrayList<>();
            timelines.find(new Document("_id", new Document("$in", names))).forEach(document ->
                    document.getList(POSITIONS, Number.class).forEach(number -> batch.add(number.longValue())));
            batch.stream().filter(position -> position > after && position <= last).sorted().forEach(found::add);
        }
        return found.size() > most ? found.subList(0, most) : found;
    }

    private static UpdateOneModel<Document> update(String name, String operator, Document change) {
        return new UpdateOneModel<>(new Document("_id", name), new Document(operator, change), new UpdateOptions().upsert(true));
    }
}
