package nl.klimrek.embedded.store;

import java.util.Set;
import java.util.stream.Collectors;
import nl.klimrek.embedded.store.index.KeyBytesType;
import org.h2.mvstore.MVMap;
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

    StoreMaps(MVStore store) {
        this.store = store;
    }

    Set<String> databases() {
        return store.getMapNames().stream()
                .filter(name -> name.startsWith(DOCUMENTS))
                .map(name -> name.substring(DOCUMENTS.length(), name.indexOf('.')))
                .collect(Collectors.toSet());
    }

    MVMap<Long, byte[]> documents(String namespace) {
        return store.openMap(
                DOCUMENTS + namespace,
                new MVMap.Builder<Long, byte[]>().keyType(LongDataType.INSTANCE).valueType(ByteArrayDataType.INSTANCE));
    }

    MVMap<byte[], Long> index(String namespace, String index) {
        return store.openMap(
                indexName(namespace, index),
                new MVMap.Builder<byte[], Long>().keyType(KeyBytesType.TYPE).valueType(LongDataType.INSTANCE));
    }

    void dropDocuments(String namespace) {
        store.removeMap(documents(namespace));
    }

    void dropIndex(String namespace, String index) {
        if (store.hasMap(indexName(namespace, index))) {
            store.removeMap(index(namespace, index));
        }
    }

    void rename(String from, String to) {
        store.renameMap(documents(from), DOCUMENTS + to);
        String prefix = INDEX + from + "/";
        for (String name : store.getMapNames()) {
            if (name.startsWith(prefix)) {
                String index = name.substring(prefix.length());
                store.renameMap(index(from, index), indexName(to, index));
            }
        }
    }

    long fileBytes() {
        return store.getFileStore().size();
    }

    private static String indexName(String namespace, String index) {
        return INDEX + namespace + "/" + index;
    }
}
