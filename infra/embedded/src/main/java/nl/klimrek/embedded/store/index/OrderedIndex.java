package nl.klimrek.embedded.store.index;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A non-unique ordered index on disk over texts, numbers and instants. It finds documents by values of its first
 * fields and one bound of the next field. Documents whose first field has another type are not indexed.
 */
public final class OrderedIndex extends Index<Long> {

    /** Marks that existing documents have been indexed; sorts before every key. */
    private static final byte[] BUILT = {};

    private final MVMap<byte[], Long> positions;
    private final List<String> names;
    private final IndexedFields fields;

    public OrderedIndex(String name, List<IndexKey> keys, MVMap<byte[], Long> positions) {
        // Sparse, because a document need not be in this index.
        super(name, keys, true);
        this.positions = positions;
        this.names = keys();
        this.fields = new IndexedFields(names);
    }

    /** While this is true, the collection adds all existing documents. */
    @Override
    public boolean isEmpty() {
        return !positions.containsKey(BUILT);
    }

    public void built() {
        positions.put(BUILT, 0L);
    }

    @Override
    public void add(Document document, Long position, MongoCollection<Long> collection) {
        keys(document, position).forEach(key -> positions.put(key.array(), position));
    }

    @Override
    public void updateInPlace(Document before, Document after, Long position, MongoCollection<Long> collection) {
        if (fields.same(before, after)) {
            return;
        }
        Set<ByteBuffer> old = keys(before, position);
        Set<ByteBuffer> current = keys(after, position);
        old.stream().filter(key -> !current.contains(key)).forEach(key -> positions.remove(key.array()));
        current.stream().filter(key -> !old.contains(key)).forEach(key -> positions.put(key.array(), position));
    }

    /** The server does not pass the position; the collection calls {@link #removed} instead. */
    @Override
    public @Nullable Long remove(Document document) {
        return null;
    }

    public void removed(Document document, Long position) {
        keys(document, position).forEach(key -> positions.remove(key.array()));
    }

    private Set<ByteBuffer> keys(Document document, Long position) {
        Set<ByteBuffer> keys = new HashSet<>();
        for (List<Object> values : fields.values(document)) {
            if (OrderedKey.ordered(values.get(0))) {
                keys.add(OrderedKey.of(values, position));
            }
        }
        return keys;
    }

    @Override
    public boolean canHandle(Document query) {
        return IndexRange.of(names, query).isPresent();
    }

    /** Whether the index returns the positions of this query in this order. */
    public boolean gives(Document query, Document order) {
        return order != null
                && order.size() == 1
                && order.values().iterator().next() instanceof Number direction
                && direction.intValue() == 1
                && IndexRange.of(names, query)
                        .filter(ranges -> ranges.size() == 1)
                        .isPresent()
                && IndexRange.ordered(names, query, order.keySet().iterator().next());
    }

    /** Distinct positions, read lazily. */
    @Override
    public Iterable<Long> getPositions(Document query) {
        List<IndexRange> ranges = IndexRange.of(names, query).orElseThrow();
        return () -> new PositionIterator(positions, ranges);
    }

    /** How many documents match; empty if the index alone does not tell. It reads no document. */
    public OptionalLong count(Document query) {
        if (!IndexRange.isExact(names, query)) {
            return OptionalLong.empty();
        }
        long count = 0;
        for (Iterator<Long> each = getPositions(query).iterator(); each.hasNext(); each.next()) {
            count++;
        }
        return OptionalLong.of(count);
    }

    @Override
    public @Nullable Long getPosition(Document document) {
        return null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Long> collection) {
        // This index accepts every document.
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Long> collection) {
        // This index accepts every document.
    }

    @Override
    public long getCount() {
        return positions.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {
        positions.clear();
    }
}
