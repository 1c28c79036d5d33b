package nl.klimrek.eventing.aggregate;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;

/**
 * DocumentStore as this instance stored them last, as bytes, the least recently used making room. Others may have changed
 * them since, so one is good for nothing but a write on the condition of its version: that proves it was still so.
 */
public final class RecentDocuments {

    private static final DocumentCodec CODEC = new DocumentCodec();
    /** What an entry takes beside the document's bytes: its name, and the map. */
    private static final int ENTRY = 250;
    /** One that takes more than such a part makes room for many that are needed more often. */
    private static final int LARGEST_PART = 16;

    private final long most;
    private final Map<String, RawBsonDocument> documents = new LinkedHashMap<>(16, 0.75f, true);
    private long held;

    /** @param most bytes it may hold; 0 for none */
    public RecentDocuments(long most) {
        this.most = most;
    }

    /** A copy of its own; null when it is not here. */
    Document find(String collection, String id) {
        RawBsonDocument found = stored(collection, id);
        return found == null ? null : found.decode(CODEC);
    }

    private synchronized RawBsonDocument stored(String collection, String id) {
        return documents.get(name(collection, id));
    }

    void put(String collection, String id, Document document) {
        if (most > 0) {
            RawBsonDocument bytes = new RawBsonDocument(document, CODEC);
            if (size(bytes) <= most / LARGEST_PART) {
                put(name(collection, id), bytes);
            }
        }
    }

    private synchronized void put(String name, RawBsonDocument document) {
        removed(documents.put(name, document));
        held += size(document);
        for (Iterator<RawBsonDocument> oldest = documents.values().iterator(); held > most; ) {
            held -= size(oldest.next());
            oldest.remove();
        }
    }

    synchronized void forget(String collection, String id) {
        removed(documents.remove(name(collection, id)));
    }

    private void removed(RawBsonDocument document) {
        held -= document == null ? 0 : size(document);
    }

    private static long size(RawBsonDocument document) {
        return ENTRY + document.getByteBuffer().remaining();
    }

    private static String name(String collection, String id) {
        return collection + "/" + id;
    }
}
