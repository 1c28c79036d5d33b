package nl.klimrek.embedded.store;

import java.util.Set;
import java.util.stream.Collectors;
import nl.klimrek.embedded.store.index.KeyBytesType;
import nl.klimrek.embedded.store.log.LogBytes;
import nl.klimrek.embedded.store.log.LoggedMap;
import nl.klimrek.embedded.store.log.WriteAheadLog;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;

/**
 * The maps of the store's file: documents by position (insertion order) for each collection, and positions by key for
 * each index.
 */
final class StoreMaps {

    private static final String DOCUMENTS = "documents/";
    private static final String INDEX = "index/";

    private final MVStore store;
    private final WriteAheadLog log;

    private StoreMaps(MVStore store, WriteAheadLog log) {
        this.store = store;
        this.log = log;
    }

    /** The maps with everything that the log says about them. */
    static StoreMaps recovered(MVStore store, WriteAheadLog log) {
        StoreMaps maps = new StoreMaps(store, log);
        log.recover(name -> name.startsWith(INDEX) ? maps.positions(name) : maps.bytes(name));
        return maps;
    }

    Set<String> databases() {
        return store.getMapNames().stream()
                .filter(name -> name.startsWith(DOCUMENTS))
                .map(name -> name.substring(DOCUMENTS.length(), name.indexOf('.')))
                .collect(Collectors.toSet());
    }

    LoggedMap<Long, byte[]> documents(String namespace) {
        return bytes(DOCUMENTS + namespace);
    }

    LoggedMap<byte[], Long> index(String namespace, String index) {
        return positions(indexName(namespace, index));
    }

    private LoggedMap<Long, byte[]> bytes(String name) {
        return store.openMap(
                name,
                new LoggedMap.Type<>(
                                log,
                                name,
                                LongDataType.INSTANCE,
                                ByteArrayDataType.INSTANCE,
                                LogBytes.NUMBER,
                                LogBytes.ARRAY)
                        .builder());
    }

    private LoggedMap<byte[], Long> positions(String name) {
        return store.openMap(
                name,
                new LoggedMap.Type<>(
                                log, name, KeyBytesType.TYPE, LongDataType.INSTANCE, LogBytes.ARRAY, LogBytes.NUMBER)
                        .builder());
    }

    void dropDocuments(String namespace) {
        drop(documents(namespace));
    }

    void dropIndex(String namespace, String index) {
        if (store.hasMap(indexName(namespace, index))) {
            drop(index(namespace, index));
        }
    }

    private void drop(LoggedMap<?, ?> map) {
        store.removeMap(map);
        log.requireCheckpoint();
    }

    void rename(String from, String to) {
        rename(documents(from), DOCUMENTS + to);
        String prefix = INDEX + from + "/";
        for (String name : store.getMapNames()) {
            if (name.startsWith(prefix)) {
                String index = name.substring(prefix.length());
                rename(index(from, index), indexName(to, index));
            }
        }
    }

    private void rename(LoggedMap<?, ?> map, String name) {
        store.renameMap(map, name);
        map.renamed(name);
        log.requireCheckpoint();
    }

    long fileBytes() {
        return store.getFileStore().size();
    }

    private static String indexName(String namespace, String index) {
        return INDEX + namespace + "/" + index;
    }
}
