package nl.klimrek.embedded.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;
import nl.klimrek.embedded.store.index.OrderedIndex;
import nl.klimrek.embedded.store.index.UniqueIndex;

/** A database whose collections and indexes are maps of one file. */
final class StoredDatabase extends AbstractSynchronizedMongoDatabase<Long> {

    private final StoreMaps maps;

    StoredDatabase(String name, StoreMaps maps, CursorRegistry cursors) {
        super(name, cursors);
        this.maps = maps;
        initializeNamespacesAndIndexes();
    }

    @Override
    protected MongoCollection<Long> openOrCreateCollection(String name, CollectionOptions options) {
        return new StoredCollection(
                this, name, options, cursorRegistry, maps.documents(getFullCollectionNamespace(name)));
    }

    @Override
    protected Index<Long> openOrCreateUniqueIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        return new UniqueIndex(index, keys, sparse, maps.index(getFullCollectionNamespace(collection), index));
    }

    @Override
    protected Index<Long> openOrCreateSecondaryIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        return new OrderedIndex(index, keys, maps.index(getFullCollectionNamespace(collection), index));
    }

    @Override
    protected void dropIndex(MongoCollection<Long> collection, String index) {
        super.dropIndex(collection, index);
        maps.dropIndex(collection.getFullName(), index);
    }

    /** Counts by an index alone where one tells, instead of reading every document that matches. */
    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver resolver, Oplog oplog) {
        return IndexedCount.of(command, query)
                .filter(count -> resolveCollection(count.collection(), false) instanceof StoredCollection)
                .flatMap(count -> count.answer((StoredCollection) resolveCollection(count.collection(), true)))
                .orElseGet(() -> super.handleCommand(channel, command, query, resolver, oplog));
    }

    /** Concurrent drops of one collection are idempotent. */
    @Override
    public synchronized void dropCollection(String collection, Oplog oplog) {
        if (resolveCollection(collection, false) != null) {
            super.dropCollection(collection, oplog);
            maps.dropDocuments(getFullCollectionNamespace(collection));
        }
    }

    @Override
    public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String newName) {
        String oldName = collection.getFullName();
        super.moveCollection(from, collection, newName);
        maps.rename(oldName, getFullCollectionNamespace(newName));
    }

    @Override
    protected long getStorageSize() {
        return maps.fileBytes();
    }

    @Override
    protected long getFileSize() {
        return maps.fileBytes();
    }
}
