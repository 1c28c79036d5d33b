package nl.klimrek.embedded.store.index;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import nl.klimrek.embedded.store.log.LoggedMap;
import org.jspecify.annotations.Nullable;

/** A unique index on disk: position of the document by key. */
public final class UniqueIndex extends AbstractUniqueIndex<Long> {

    private final LoggedMap<byte[], Long> positions;
    private final IndexedFields fields;
    /** The only field of a single-field index, nearly always {@code _id}; null otherwise. */
    private final @Nullable String field;

    public UniqueIndex(String name, List<IndexKey> keys, boolean sparse, LoggedMap<byte[], Long> positions) {
        super(name, keys, sparse);
        this.positions = positions;
        this.fields = new IndexedFields(keys());
        this.field = keys.size() == 1 ? keys.get(0).getKey() : null;
    }

    @Override
    public synchronized void checkUpdate(Document before, Document after, MongoCollection<Long> collection) {
        if (!fields.same(before, after)) {
            super.checkUpdate(before, after, collection);
        }
    }

    @Override
    public void updateInPlace(Document before, Document after, Long position, MongoCollection<Long> collection) {
        if (!fields.same(before, after)) {
            super.updateInPlace(before, after, position, collection);
        }
    }

    @Override
    public @Nullable Long getPosition(Document document) {
        return field != null && document.get(field) instanceof String text
                ? getPosition(new KeyValue(text))
                : super.getPosition(document);
    }

    /** Also handles queries with further fields; the server compares the found documents with the whole query. */
    @Override
    public synchronized boolean canHandle(Document query) {
        if (field != null && (query.get(field) instanceof String || !query.containsKey(field))) {
            return query.containsKey(field);
        }
        Document asked = new Document();
        keys().stream().filter(query::containsKey).forEach(key -> asked.put(key, query.get(key)));
        return super.canHandle(asked);
    }

    @Override
    public synchronized Iterable<Long> getPositions(Document query) {
        if (field != null && query.get(field) instanceof String text) {
            Long position = getPosition(new KeyValue(text));
            return position == null ? List.of() : List.of(position);
        }
        return super.getPositions(query);
    }

    @Override
    protected @Nullable Long getPosition(KeyValue key) {
        return positions.get(BsonCodec.bytes(key));
    }

    @Override
    protected boolean putKeyPosition(KeyValue key, Long position) {
        return positions.add(BsonCodec.bytes(key), position);
    }

    @Override
    protected @Nullable Long removeDocument(KeyValue key) {
        return positions.remove(BsonCodec.bytes(key));
    }

    @Override
    protected Iterable<Entry<KeyValue, Long>> getIterable() {
        return () -> positions.entrySet().stream()
                .map(entry -> Map.entry(BsonCodec.key(entry.getKey()), entry.getValue()))
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
