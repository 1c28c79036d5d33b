package nl.klimrek.embedded.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Comparator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import nl.klimrek.embedded.store.index.BsonCodec;
import nl.klimrek.embedded.store.index.OrderedIndex;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection on disk. It stores bytes, because the server changes a document in place, and another connection could
 * send the half-changed object. So every reader decodes its own copy.
 */
final class StoredCollection extends AbstractSynchronizedMongoCollection<Long> {

    private final MVMap<Long, byte[]> documents;
    private final AtomicLong lastPosition;

    StoredCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            CursorRegistry cursors,
            MVMap<Long, byte[]> documents) {
        super(database, name, options, cursors);
        this.documents = documents;
        Long last = documents.lastKey();
        this.lastPosition = new AtomicLong(last == null ? 0 : last);
    }

    @Override
    protected Long addDocumentInternal(Document document) {
        long position = lastPosition.incrementAndGet();
        documents.put(position, BsonCodec.bytes(document));
        return position;
    }

    @Override
    protected @Nullable Document getDocument(Long position) {
        byte[] bytes = documents.get(position);
        return bytes == null ? null : BsonCodec.document(bytes);
    }

    @Override
    protected void handleUpdate(Long position, Document before, Document after) {
        documents.put(position, BsonCodec.bytes(after));
    }

    @Override
    protected void removeDocument(Long position) {
        byte[] removed = documents.remove(position);
        if (removed == null) {
            throw new NoSuchElementException("No document at position " + position);
        }
        orderedIndexes().forEach(index -> index.removed(BsonCodec.document(removed), position));
    }

    private Stream<OrderedIndex> orderedIndexes() {
        return getIndexes().stream().filter(OrderedIndex.class::isInstance).map(OrderedIndex.class::cast);
    }

    @Override
    public synchronized void addIndex(Index<Long> index) {
        super.addIndex(index);
        if (index instanceof OrderedIndex ordered && ordered.isEmpty()) {
            ordered.built();
        }
    }

    /** Results that an index already returns in the requested order are not sorted, so a limit also limits reading. */
    @Override
    protected QueryResult queryDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        Optional<OrderedIndex> giving = orderBy == null
                ? Optional.empty()
                : orderedIndexes().filter(index -> index.gives(query, orderBy)).findFirst();
        return giving.isPresent()
                ? matchDocuments(query, giving.get().getPositions(query), null, skip, limit, batchSize, fields)
                : super.queryDocuments(query, orderBy, skip, limit, batchSize, fields);
    }

    @Override
    protected Stream<DocumentWithPosition<Long>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream()
                .map(entry -> new DocumentWithPosition<>(BsonCodec.document(entry.getValue()), entry.getKey()));
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        Stream<DocumentWithPosition<Long>> all = streamAllDocumentsWithPosition();
        if (isNaturalDescending(orderBy)) {
            all = all.sorted(Comparator.comparing(DocumentWithPosition<Long>::getPosition)
                    .reversed());
        }
        return matchDocumentsFromStream(
                all.map(DocumentWithPosition::getDocument), query, orderBy, skip, limit, batchSize, fields);
    }

    /** How many documents match, if an index alone tells. */
    synchronized OptionalLong countByIndex(Document query) {
        return orderedIndexes()
                .map(index -> index.count(query))
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElseGet(OptionalLong::empty);
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }

    /** The size is used by {@code collStats} only, and would cost one more write per write. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int delta) {
        throw new UnsupportedOperationException("The data size is not tracked");
    }

    @Override
    protected int getDataSize() {
        return 0;
    }
}
