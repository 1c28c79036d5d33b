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
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.EventPosition;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * One value for each id of one kind in an organisation, kept from events. Each id has a row of its own, so no document and
 * no write grows with the organisation. Lists are read by key range.
 *
 * <p>Guarantee: a row remembers the epoch and sequence of its event, so values and counts are exact however often and in
 * whatever order events are applied, also after a restore. It remembers where events were read too, which tells an event that
 * a later one overtook from one that was delivered again.
 */
public final class MemberIndex {
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final int IDS_PER_QUERY = 1_000;
    private static final String SCOPE = "scope";
    private static final String VALUE = "value";
    private static final String ID = "id";
    private static final String SEQUENCE = "sequence";
    private static final String PARTITION = "partition";
    private static final String READ_AT = "readAt";
    private static final int SEQUENCE_BITS = 40;

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

    /**
     * A row to write.
     *
     * @param sequence place of its event among the events about this id
     * @param position where the event was read; null if it did not come from a topic
     */
    public record Row(
            Organisation organisation,
            String id,
            long sequence,
            String value,
            @Nullable EventPosition position) {

        public Row(Organisation organisation, String id, long sequence, String value) {
            this(organisation, id, sequence, value, null);
        }

        /** The row that an event gives. Every number of an epoch comes after those of the epochs before. */
        static Row of(EventMeta event, String id, String value) {
            long place = (event.epoch() << SEQUENCE_BITS) + event.sequence();
            return new Row(event.organisation(), id, place, value, event.position());
        }
    }

    /** Writes a value, unless a later event about this id was applied before. */
    public void write(Organisation organisation, String id, long sequence, String value) {
        write(new Row(organisation, id, sequence, value));
    }

    /**
     * Writes a row, unless a later event about its id was applied before.
     *
     * @return whether a later event overtook this one, so that it was not applied
     */
    boolean write(Row row) {
        try {
            rows.updateOne(unlessLater(row), set(row), UPSERT);
            return false;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // The row is there: it is later, or another instance has just made it.
            return rows.updateOne(unlessLater(row), set(row)).getMatchedCount() == 0 && isOvertaken(row);
        }
    }

    /** Whether the stored row is of a later event of another partition, and this event was not applied before that one. */
    private boolean isOvertaken(Row row) {
        Document stored = rows.find(new Document("_id", key(row.organisation(), row.id())))
                .first();
        EventPosition position = row.position();
        Integer newest = stored == null ? null : stored.getInteger(PARTITION);
        if (stored == null || position == null || newest == null || newest == position.partition()) {
            return false;
        }
        Long applied = stored.get(READ_AT, new Document()).get(Integer.toString(position.partition()), Long.class);
        return stored.get(SEQUENCE, Number.class).longValue() > row.sequence()
                && (applied == null || applied < position.offset());
    }

    /** Writes many rows in one round trip, each as {@link #write} does. Returns those that a later event overtook. */
    public List<Row> writeAll(List<Row> all) {
        try {
            if (!all.isEmpty()) {
                rows.bulkWrite(
                        all.stream()
                                .map(row -> new UpdateOneModel<Document>(unlessLater(row), set(row), UPSERT))
                                .toList(),
                        new BulkWriteOptions().ordered(false));
            }
            return List.of();
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null
                    || e.getWriteErrors().stream()
                            .anyMatch(error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw e;
            }
            return e.getWriteErrors().stream()
                    .map(error -> all.get(error.getIndex()))
                    .filter(this::write)
                    .toList();
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
        Document fields = new Document(SCOPE, scope(row.organisation()))
                .append(VALUE, row.value())
                .append(ID, row.id())
                .append(OrderedRows.ORDER, OrderedRows.orderOf(row.id()))
                .append(SEQUENCE, row.sequence());
        EventPosition position = row.position();
        if (position != null) {
            fields.append(PARTITION, position.partition())
                    .append(READ_AT + "." + position.partition(), position.offset());
        }
        return new Document("$set", fields);
    }

    private String scope(Organisation organisation) {
        return Key.of(organisation, kind).value();
    }

    private String key(Organisation organisation, String id) {
        return Key.of(organisation, kind + ":" + id).value();
    }
}
