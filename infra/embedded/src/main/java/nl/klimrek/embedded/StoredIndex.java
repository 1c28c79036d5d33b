package nl.klimrek.embedded;

import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.h2.mvstore.MVMap;

/** A unique index on disk: key to position of the document. */
final class StoredIndex extends AbstractUniqueIndex<Long> {

    private final MVMap<byte[], Long> positions;

    StoredIndex(String name, List<IndexKey> keys, boolean sparse, MVMap<byte[], Long> positions) {
        super(name, keys, sparse);
        this.positions = positions;
    }

    /** A query that asks for more than this index's fields is answered too: what was found is compared with all of it. */
    @Override
    public synchronized boolean canHandle(Document query) {
        Document asked = new Document();
        keys().stream().filter(query::containsKey).forEach(key -> asked.put(key, query.get(key)));
        return super.canHandle(asked);
    }

    @Override
    protected Long getPosition(KeyValue key) {
        return positions.get(Bson.bytes(key));
    }

    @Override
    protected boolean putKeyPosition(KeyValue key, Long position) {
        return positions.putIfAbsent(Bson.bytes(key), position) == null;
    }

    @Override
    protected Long removeDocument(KeyValue key) {
        return positions.remove(Bson.bytes(key));
    }

    @Override
    protected Iterable<Entry<KeyValue, Long>> getIterable() {
        return () -> positions.entrySet().stream()
                .map(entry -> Map.entry(Bson.key(entry.getKey()), entry.getValue()))
                .iterator();
    }

    @Override
    public long getCount() {
        return positions.sizeAsLong();
    }

    @Override
    public boolean isEmpty() {
        return positions.isEmpty();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }
}
