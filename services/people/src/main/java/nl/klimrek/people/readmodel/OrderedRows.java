package nl.klimrek.people.readmodel;

import com.mongodb.client.MongoCollection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows in pages, in order of their id. A row carries the first bytes of its id as a number, because the embedded store
 * ranges over numbers and not over texts. An index on the fields of a filter and {@link #ORDER} makes a page cost the same
 * wherever it is and however many rows there are.
 */
public final class OrderedRows {
    /** Field with the number; last field of the index. */
    public static final String ORDER = "order";

    private static final int ORDER_BYTES = 6;
    private static final int MORE = 16;

    private final MongoCollection<Document> rows;
    private final String idField;

    /** @param idField field with the id */
    public OrderedRows(MongoCollection<Document> rows, String idField) {
        this.rows = rows;
        this.idField = idField;
    }

    /** The number of an id. Of two ids, the greater one never has the smaller number; equal beginnings share one. */
    public static long orderOf(String id) {
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        long order = 0;
        for (int i = 0; i < ORDER_BYTES; i++) {
            order = order << Byte.SIZE | (i < bytes.length ? bytes[i] & 0xff : 0);
        }
        return order;
    }

    /**
     * Ids of a page, sorted.
     *
     * @param filter fields that must be equal
     * @param after the id before the first one; null for the beginning
     * @param end the last id; null for no end
     * @param most maximum number of ids
     */
    public List<String> page(Document filter, @Nullable String after, @Nullable String end, int most) {
        Document range = new Document(filter);
        if (after != null) {
            range.append(ORDER, new Document("$gte", orderOf(after)));
        }
        for (int limit = most + MORE; ; limit *= 2) {
            List<Document> read = rows.find(range)
                    .projection(new Document(idField, 1).append(ORDER, 1))
                    .sort(new Document(ORDER, 1))
                    .limit(limit)
                    .into(new ArrayList<>());
            boolean all = read.size() < limit;
            List<String> whole = all ? ids(read) : ids(withoutLastGroup(read));
            List<String> page = whole.stream()
                    .filter(id -> after == null || id.compareTo(after) > 0)
                    .filter(id -> end == null || id.compareTo(end) <= 0)
                    .sorted()
                    .limit(most)
                    .toList();
            boolean pastEnd = end != null && whole.stream().anyMatch(id -> id.compareTo(end) > 0);
            if (all || pastEnd || page.size() == most) {
                return page;
            }
        }
    }

    /** Rows with the number of the last one may not all have been read. */
    private static List<Document> withoutLastGroup(List<Document> read) {
        Object last = read.get(read.size() - 1).get(ORDER);
        return read.stream()
                .filter(row -> !row.get(ORDER, Object.class).equals(last))
                .toList();
    }

    private List<String> ids(List<Document> read) {
        return read.stream().map(row -> row.getString(idField)).toList();
    }
}
