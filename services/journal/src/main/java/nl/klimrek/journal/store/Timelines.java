package nl.klimrek.journal.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.Draft;
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

    /**
     * Puts these entries on their timelines.
     *
     * @param there names of documents that are known to be there; the others are tried to insert, all at once, and only
     *     those that turn out to be there as well are updated
     */
    void add(Organisation organisation, List<Document> entries, Set<String> there) {
        Map<String, List<Long>> positions = new LinkedHashMap<>();
        Map<String, Long> highest = new LinkedHashMap<>();
        for (Document entry : entries) {
            names(organisation, entry).forEach(name ->
                    positions.computeIfAbsent(name, none -> new ArrayList<>()).add(EntryDocuments.position(entry)));
            Step step = EntryDocuments.step(entry);
            if (step.counted()) {
                highest.merge(Names.stream(organisation, step.stream()), step.sequence(), Math::max);
            }
        }
        Set<String> updated = new HashSet<>(there);
        List<Document> absent = new ArrayList<>();
        positions.forEach((name, added) -> absent.add(new Document("_id", name).append(POSITIONS, added)));
        highest.forEach((name, sequence) -> absent.add(new Document("_id", name).append(HIGHEST, sequence)));
        absent.removeIf(document -> updated.contains(document.getString("_id")));
        updated.addAll(insert(absent));
        positions.keySet().retainAll(updated);
        highest.keySet().retainAll(updated);
        update(positions, highest);
    }

    private static List<String> names(Organisation organisation, Document entry) {
        long bucket = Names.bucket(EntryDocuments.position(entry));
        return EntryDocuments.timelines(entry).stream().map(key -> Names.timeline(organisation, key, bucket)).toList();
    }

    /** The names of those that were there already, and stayed as they were. */
    private List<String> insert(List<Document> absent) {
        if (absent.isEmpty()) {
            return List.of();
        }
        try {
            timelines.insertMany(absent, new InsertManyOptions().ordered(false));
            return List.of();
        } catch (MongoBulkWriteException e) {
            if (!Entries.onlyDuplicates(e)) {
                throw e;
            }
            return e.getWriteErrors().stream().map(error -> absent.get(error.getIndex()).getString("_id")).toList();
        }
    }

    private void update(Map<String, List<Long>> positions, Map<String, Long> highest) {
        List<UpdateOneModel<Document>> updates = new ArrayList<>(positions.size() + highest.size());
        positions.forEach((name, added) -> updates.add(
                update(name, "$addToSet", new Document(POSITIONS, new Document("$each", added)))));
        highest.forEach((name, sequence) -> updates.add(update(name, "$max", new Document(HIGHEST, sequence))));
        if (!updates.isEmpty()) {
            timelines.bulkWrite(updates, new BulkWriteOptions().ordered(false));
        }
    }

    /** What is known of the timelines and streams that these drafts will be on when the chain goes on behind this position. */
    Known known(Organisation organisation, List<Draft> drafts, long position) {
        Map<String, String> streams = new HashMap<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < drafts.size(); i++) {
            long bucket = Names.bucket(position + i + 1);
            drafts.get(i).timelines().forEach(key -> names.add(Names.timeline(organisation, key, bucket)));
            String stream = drafts.get(i).step().stream();
            streams.put(Names.stream(organisation, stream), stream);
        }
        names.addAll(streams.keySet());
        Known known = new Known(new HashSet<>(), new HashMap<>());
        timelines.find(new Document("_id", new Document("$in", names))).projection(new Document(HIGHEST, 1)).forEach(document -> {
            String name = document.getString("_id");
            known.there().add(name);
            if (streams.containsKey(name)) {
                known.highest().put(streams.get(name), EntryDocuments.number(document, HIGHEST));
            }
        });
        return known;
    }

    /**
     * What a look at the read documents gave.
     *
     * @param there names of those that are there
     * @param highest the highest number of each stream; a stream of which there is nothing is left out
     */
    record Known(Set<String> there, Map<String, Long> highest) {}

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
        return new UpdateOneModel<>(new Document("_id", name), new Document(operator, change));
    }
}
