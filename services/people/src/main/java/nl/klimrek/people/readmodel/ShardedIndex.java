package nl.klimrek.people.readmodel;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What holds for each id of one kind in an organisation, kept from facts. Each line remembers the place of its fact, so
 * counts are exact whatever is repeated. An organisation's register has 256 pages, by the first two hexadecimal digits
 * that ids usually begin with; the lines together are in order of id.
 */
public final class ShardedIndex {

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final int PAGES = 256;
    private static final int PAGES_AT_A_TIME = 32;
    private static final String[] NAMES = IntStream.range(0, PAGES)
            .mapToObj(page -> String.format("%02x", page))
            .toArray(String[]::new);

    private final AggregateStore<IndexShard> pages;
    private final MongoCollection<Document> stored;
    private final String kind;

    /**
     * @param stored where the pages are stored; a line is written in place, so that the size of its page does not matter
     * @param kind what its lines are about; part of its pages' keys
     */
    public ShardedIndex(AggregateStore<IndexShard> pages, MongoCollection<Document> stored, String kind) {
        this.pages = pages;
        this.stored = stored;
        this.kind = kind;
    }

    /** A line to write: what a fact tells about an id. @param sequence place of the fact among the facts about this id */
    public record Entry(Organisation organisation, String id, long sequence, String value) {}

    /** Writes what a fact tells, unless a later fact about this id was written before. */
    public void write(Organisation organisation, String id, long sequence, String value) {
        Entry entry = new Entry(organisation, id, sequence, value);
        try {
            stored.updateOne(unlessKnown(entry), line(entry), UPSERT);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // The page is there: the line is known, or somebody else made the page at this moment.
            stored.updateOne(unlessKnown(entry), line(entry));
        }
    }

    /** Writes many lines in one trip, each as {@link #write} does. */
    public void writeAll(List<Entry> entries) {
        try {
            if (!entries.isEmpty()) {
                stored.bulkWrite(
                        entries.stream()
                                .map(entry -> new UpdateOneModel<Document>(unlessKnown(entry), line(entry), UPSERT))
                                .toList(),
                        new BulkWriteOptions().ordered(false));
            }
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null
                    || e.getWriteErrors().stream()
                            .anyMatch(error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw e;
            }
            stored.bulkWrite(e.getWriteErrors().stream()
                    .map(error -> entries.get(error.getIndex()))
                    .map(entry -> new UpdateOneModel<Document>(unlessKnown(entry), line(entry)))
                    .toList());
        }
    }

    private Document unlessKnown(Entry entry) {
        return new Document("_id", key(entry.organisation(), page(entry.id())).value())
                .append(
                        IndexShard.field(entry.id()) + ".sequence",
                        new Document("$not", new Document("$gte", entry.sequence())));
    }

    private static Document line(Entry entry) {
        return new Document("$inc", new Document("version", 1L))
                .append(
                        "$set",
                        new Document(
                                IndexShard.field(entry.id()),
                                new Document("sequence", entry.sequence()).append("value", entry.value())));
    }

    /** How many ids have each value. */
    public Map<String, Integer> counts(Organisation organisation) {
        return read(organisation, 0, PAGES).stream()
                .flatMap(page -> page.lines().values().stream())
                .collect(Collectors.groupingBy(IndexShard.Line::value, Collectors.summingInt(line -> 1)));
    }

    /** The values of those ids that have one. */
    public Map<String, String> values(Organisation organisation, Collection<String> ids) {
        List<Key> wanted =
                ids.stream().map(id -> key(organisation, page(id))).distinct().toList();
        Map<String, String> values = new TreeMap<>();
        pages.findAll(wanted).forEach(page -> page.state().lines().forEach((id, line) -> values.put(id, line.value())));
        values.keySet().retainAll(ids);
        return values;
    }

    /**
     * Ids with one of these values, in their order.
     *
     * @param after the id before the first that is wanted; null for the beginning
     * @param most how many at most
     */
    public List<String> ids(Organisation organisation, Collection<String> values, @Nullable String after, int most) {
        List<String> found = new ArrayList<>();
        for (int page = first(after); page < PAGES && found.size() < most; page += PAGES_AT_A_TIME) {
            TreeMap<String, IndexShard.Line> lines = new TreeMap<>();
            read(organisation, page, Math.min(PAGES, page + PAGES_AT_A_TIME))
                    .forEach(read -> lines.putAll(read.lines()));
            lines.entrySet().stream()
                    .filter(line -> after == null || line.getKey().compareTo(after) > 0)
                    .filter(line -> values.contains(line.getValue().value()))
                    .limit(most - (long) found.size())
                    .forEach(line -> found.add(line.getKey()));
        }
        return found;
    }

    private List<IndexShard> read(Organisation organisation, int from, int to) {
        return pages
                .findAll(IntStream.range(from, to)
                        .mapToObj(page -> key(organisation, page))
                        .toList())
                .stream()
                .map(Versioned::state)
                .toList();
    }

    private Key key(Organisation organisation, int page) {
        return Key.of(organisation, kind + ":" + NAMES[page]);
    }

    /** The page whose name is the last not after the id, so that pages are in order whatever ids look like. */
    private static int page(String id) {
        int found = Arrays.binarySearch(NAMES, id);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    private static int first(@Nullable String after) {
        return after == null ? 0 : page(after);
    }
}
