package nl.klimrek.embedded.store.index;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Extracts the values of an index's fields from documents. Paths are parsed once, because every write needs them. */
public final class IndexedFields {

    private final List<String[]> paths;

    public IndexedFields(List<String> fields) {
        this.paths = fields.stream().map(field -> field.split("\\.")).toList();
    }

    /** Whether a write changed none of the fields, judged by their top-level values. */
    public boolean same(Document before, Document after) {
        for (String[] path : paths) {
            if (!Objects.equals(before.get(path[0]), after.get(path[0]))) {
                return false;
            }
        }
        return true;
    }

    /**
     * All combinations of a document's values. Each element of an array is a value; a missing field or an empty array
     * is null.
     */
    public List<List<Object>> values(Document document) {
        List<List<Object>> combinations = List.of(List.of());
        for (String[] path : paths) {
            List<Object> found = new ArrayList<>();
            collect(document, path, 0, found);
            if (found.isEmpty()) {
                found.add(null);
            }
            List<List<Object>> longer = new ArrayList<>(combinations.size() * found.size());
            for (List<Object> combination : combinations) {
                for (Object value : found) {
                    Object[] values = Arrays.copyOf(combination.toArray(), combination.size() + 1);
                    values[combination.size()] = value;
                    longer.add(Arrays.asList(values));
                }
            }
            combinations = longer;
        }
        return combinations;
    }

    private static void collect(@Nullable Object value, String[] path, int at, List<Object> found) {
        if (value instanceof Collection<?> elements) {
            // A nested array is not expanded.
            elements.forEach(element ->
                    collect(at == path.length && element instanceof Collection ? null : element, path, at, found));
        } else if (at == path.length) {
            found.add(value instanceof Missing ? null : value);
        } else {
            collect(value instanceof Document document ? document.get(path[at]) : null, path, at + 1, found);
        }
    }
}
