package nl.klimrek.eventing.aggregate;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.jspecify.annotations.Nullable;

/**
 * Cache of the documents that this instance wrote last; the least recently used is evicted. Others may have changed
 * them since, so an entry only serves a write that is conditional on its version.
 */
public final class RecentDocuments {

    private static final DocumentCodec CODEC = new DocumentCodec();
    /** Estimated size of the name and the map entry. */
    private static final int ENTRY_OVERHEAD_BYTES = 250;
    /** A document larger than this share of the cache would evict too many others. */
    private static final int MAX_SHARE = 16;

    private final long maxBytes;
    private final Map<String, RawBsonDocument> documents = new LinkedHashMap<>(16, 0.75f, true);
    private long bytesHeld;

    /** @param maxBytes maximum size; 0 disables the cache */
    public RecentDocuments(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** A copy; null if it is not cached. */
    @Nullable
    Document find(String collection, String id) {
        RawBsonDocument found = get(collection, id);
        return found == null ? null : found.decode(CODEC);
    }

    private synchronized @Nullable RawBsonDocument get(String collection, String id) {
        return documents.get(name(collection, id));
    }

    void put(String collection, String id, Document document) {
        if (maxBytes > 0) {
            RawBsonDocument bytes = new RawBsonDocument(document, CODEC);
            if (size(bytes) <= maxBytes / MAX_SHARE) {
                put(name(collection, id), bytes);
            }
        }
    }

    private synchronized void put(String name, RawBsonDocument document) {
        subtract(documents.put(name, document));
        bytesHeld += size(document);
        for (Iterator<RawBsonDocument> oldest = documents.values().iterator(); bytesHeld > maxBytes; ) {
            bytesHeld -= size(oldest.next());
            oldest.remove();
        }
    }

    synchronized void remove(String collection, String id) {
        subtract(documents.remove(name(collection, id)));
    }

    private void subtract(@Nullable RawBsonDocument document) {
        bytesHeld -= document == null ? 0 : size(document);
    }

    private static long size(RawBsonDocument document) {
        return (long) ENTRY_OVERHEAD_BYTES + document.getByteBuffer().remaining();
    }

    private static String name(String collection, String id) {
        return collection + "/" + id;
    }
}
