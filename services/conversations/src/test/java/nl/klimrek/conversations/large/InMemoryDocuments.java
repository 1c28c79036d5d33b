package nl.klimrek.conversations.large;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import nl.klimrek.eventing.aggregate.DocumentStore;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;

/**
 * A collection in memory, as bytes. Events leave at once, as after a relay. It remembers the largest document and the most
 * documents that one read returned.
 */
final class InMemoryDocuments implements DocumentStore {

    private static final DocumentCodec CODEC = new DocumentCodec();

    private final String name;
    private final ConcurrentSkipListMap<String, RawBsonDocument> documents = new ConcurrentSkipListMap<>();
    private final Map<Integer, ConcurrentNavigableMap<String, Instant>> dueByPart = new ConcurrentHashMap<>();
    /** Makes a document that was never stored; returns null if there is none. */
    private final Function<String, Document> generator;

    final AtomicInteger largestBytes = new AtomicInteger();
    final AtomicInteger mostRead = new AtomicInteger();
    final AtomicLong reads = new AtomicLong();
    final AtomicLong writes = new AtomicLong();

    InMemoryDocuments(String name, Function<String, Document> generator) {
        this.name = name;
        this.generator = generator;
    }

    int count() {
        return documents.size();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Document find(String id) {
        reads.incrementAndGet();
        mostRead.accumulateAndGet(1, Math::max);
        return read(id);
    }

    private Document read(String id) {
        RawBsonDocument stored = documents.get(id);
        return stored == null ? generator.apply(id) : stored.decode(CODEC);
    }

    @Override
    public List<Document> findAll(List<String> ids) {
        reads.incrementAndGet();
        mostRead.accumulateAndGet(ids.size(), Math::max);
        return ids.stream().map(this::read).filter(Objects::nonNull).toList();
    }

    @Override
    public List<String> due(Instant now, int limit) {
        return dueByPart.values().stream()
                .flatMap(part -> due(part, now, limit).stream())
                .limit(limit)
                .toList();
    }

    @Override
    public List<String> due(Instant now, Integer part, String after, int limit) {
        reads.incrementAndGet();
        ConcurrentNavigableMap<String, Instant> all = part == null
                ? new ConcurrentSkipListMap<>()
                : dueByPart.getOrDefault(part, new ConcurrentSkipListMap<>());
        return due(after == null ? all : all.tailMap(after, false), now, limit);
    }

    private static List<String> due(Map<String, Instant> part, Instant now, int limit) {
        return part.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(now))
                .map(Map.Entry::getKey)
                .limit(limit)
                .toList();
    }

    /** Keeps the index of due documents. */
    private void index(Document document) {
        Integer part = document.getInteger("part");
        String id = document.getString("_id");
        if (part != null) {
            dueByPart
                    .computeIfAbsent(part, none -> new ConcurrentSkipListMap<>())
                    .put(id, document.getDate("due").toInstant());
        } else {
            dueByPart.values().forEach(all -> all.remove(id));
        }
    }

    @Override
    public boolean insert(Document document) {
        writes.incrementAndGet();
        return documents.putIfAbsent(document.getString("_id"), bytes(document)) == null;
    }

    @Override
    public Document update(Document before, Document set, List<Document> entries) {
        String id = before.getString("_id");
        long version = ((Number) before.get("version")).longValue();
        writes.incrementAndGet();
        Document[] updated = {null};
        documents.compute(id, (same, stored) -> {
            Document now = stored == null ? generator.apply(id) : stored.decode(CODEC);
            if (now == null || now.getLong("version") != version) {
                return stored;
            }
            now.putAll(set);
            now.put("version", version + 1);
            updated[0] = now;
            return bytes(now);
        });
        return updated[0];
    }

    private RawBsonDocument bytes(Document document) {
        index(document);
        Document kept = new Document(document);
        kept.remove("outbox");
        RawBsonDocument bytes = new RawBsonDocument(kept, CODEC);
        largestBytes.accumulateAndGet(bytes.getByteBuffer().remaining(), Math::max);
        return bytes;
    }
}
