package nl.klimrek.people.readmodel;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * One value for each id of one kind in an organisation, kept from events. Each id has a row of its own, so no document and
 * no write grows with the organisation. Lists are read by key range.
 *
 * <p>Guarantee: a row remembers the sequence of its event, so values and counts are exact however often and in whatever
 * order events are applied.
 */
public final class MemberIndex {
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final int IDS_PER_QUERY = 1_000;
    private static final String SCOPE = "scope";
    private static final String VALUE = "value";
    private static final String ID = "id";
    private static final String SEQUENCE = "sequence";

    private final MongoCollection<Document> rows;
    private final OrderedRows ordered;
    private final FormerIndexPages former;
    private final String kind;

    MemberIndex(MongoCollection<Document> rows, FormerIndexPages former, String kind) {
        this.rows = rows;
        this.ordered = new OrderedRows(rows, ID);
        this.former = former;
        this.kind = kind;
    }

    /** A row to write. @param sequence place of its event among the events about this id */
    public record Row(Organisation organisation, String id, long sequence, String value) {}

    /** Writes a value, unless a later event about this id was applied before. */
    public void write(Organisation organisation, String id, long sequence, String value) {
        Row row = new Row(organisation, id, sequence, value);
        try {
            rows.updateOne(unlessLater(row), set(row), UPSERT);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // The row is there: it is later, or another instance has just made it.
            rows.updateOne(unlessLater(row), set(row));
        }
    }

    /** Writes many rows in one round trip, each as {@link #write} does. */
    public void writeAll(List<Row> all) {
        try {
            if (!all.isEmpty()) {
                rows.bulkWrite(
                        all.stream()
                                .map(row -> new UpdateOneModel<Document>(unlessLater(row), set(row), UPSERT))
                                .toList(),
                        new BulkWriteOptions().ordered(false));
            }
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null
                    || e.getWriteErrors().stream()
                            .anyMatch(error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw e;
            }
            rows.bulkWrite(e.getWriteErrors().stream()
                    .map(error -> all.get(error.getIndex()))
                    .map(row -> new UpdateOneModel<Document>(unlessLater(row), set(row)))
                    .toList());
        }
    }

    /** The number of ids with this value. */
    public int count(Organisation organisation, String value) {
        moveFormerPages(organisation);
        return Math.toIntExact(rows.countDocuments(ofValue(organisation, value)));
    }

    /** The values of those ids that have one. */
    public Map<String, String> values(Organisation organisation, Collection<String> ids) {
        moveFormerPages(organisation);
        List<String> keys =
                ids.stream().distinct().map(id -> key(organisation, id)).toList();
        Map<String, String> values = new TreeMap<>();
        for (int from = 0; from < keys.size(); from += IDS_PER_QUERY) {
            List<String> some = keys.subList(from, Math.min(keys.size(), from + IDS_PER_QUERY));
            rows.find(new Document("_id", new Document("$in", some)))
                    .forEach(row -> values.put(row.getString(ID), row.getString(VALUE)));
        }
        return values;
    }

    /**
     * Ids with one of these values, in their order.
     *
     * @param after the id before the first one; null for the beginning
     * @param most maximum number of ids
     */
    public List<String> ids(Organisation organisation, Collection<String> values, @Nullable String after, int most) {
        moveFormerPages(organisation);
        return values.stream()
                .flatMap(value -> ordered.page(ofValue(organisation, value), after, null, most).stream())
                .sorted()
                .limit(most)
                .toList();
    }

    private Document ofValue(Organisation organisation, String value) {
        return new Document(SCOPE, scope(organisation)).append(VALUE, value);
    }

    private void moveFormerPages(Organisation organisation) {
        former.move(
                organisation,
                kind,
                lines -> writeAll(lines.stream()
                        .map(line -> new Row(organisation, line.id(), line.sequence(), line.value()))
                        .toList()));
    }

    private Document unlessLater(Row row) {
        return new Document("_id", key(row.organisation(), row.id()))
                .append(SEQUENCE, new Document("$not", new Document("$gte", row.sequence())));
    }

    private Document set(Row row) {
        return new Document(
                "$set",
                new Document(SCOPE, scope(row.organisation()))
                        .append(VALUE, row.value())
                        .append(ID, row.id())
                        .append(OrderedRows.ORDER, OrderedRows.orderOf(row.id()))
                        .append(SEQUENCE, row.sequence()));
    }

    private String scope(Organisation organisation) {
        return Key.of(organisation, kind).value();
    }

    private String key(Organisation organisation, String id) {
        return Key.of(organisation, kind + ":" + id).value();
    }
}
