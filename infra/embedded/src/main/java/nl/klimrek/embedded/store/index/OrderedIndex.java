package nl.klimrek.embedded.store.index;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.h2.mvstore.MVMap;

/**
 * An index on disk that is not unique: texts, numbers and moments in their order, each with the position of a document. It
 * finds documents by values of its first fields and by one bound of the next. A document whose first field holds none of
 * those is not in it, and is not asked for here either.
 */
public final class OrderedIndex extends Index<Long> {

    /** Says that documents which were there before the index have been taken in; smaller than any key. */
    private static final byte[] BUILT = {};

    private final MVMap<byte[], Long> positions;
    private final List<String> names;
    private final IndexedFields fields;

    public OrderedIndex(String name, List<IndexKey> keys, MVMap<byte[], Long> positions) {
        // To the server sparse means that a document need not be in it.
        super(name, keys, true);
        this.positions = positions;
        this.names = keys();
        this.fields = new IndexedFields(names);
    }

    /** Until it is built, the collection gives it all documents there are. */
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

    /** The server says nothing of the position; the collection does, see {@link #removed}. */
    @Override
    public Long remove(Document document) {
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

    /** Whether positions for this query come in this order. */
    public boolean gives(Document query, Document order) {
        return order != null
                && order.size() == 1
                && order.values().iterator().next() instanceof Number direction
                && direction.intValue() == 1
                && IndexRange.of(names, query)
                        .filter(stretches -> stretches.size() == 1)
                        .isPresent()
                && IndexRange.ordered(names, query, order.keySet().iterator().next());
    }

    /** Each position once, looked up as it is asked for. */
    @Override
    public Iterable<Long> getPositions(Document query) {
        List<IndexRange> stretches = IndexRange.of(names, query).orElseThrow();
        return () -> new PositionIterator(positions, stretches);
    }

    @Override
    public Long getPosition(Document document) {
        return null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Long> collection) {
        // Whatever a document holds, it can be stored.
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Long> collection) {
        // Whatever a document holds, it can be stored.
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
