package nl.klimrek.testkit.store;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import nl.klimrek.eventing.aggregate.DocumentStore;
import nl.klimrek.eventing.outbox.AggregateOutbox;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.jspecify.annotations.Nullable;

/** One collection in memory. Pending events are counted and not kept. It notes the most that one call returned. */
final class InMemoryDocumentStore implements DocumentStore {
    private static final DocumentCodec CODEC = new DocumentCodec();
    private static final int WITHOUT_PART = -1;

    private final String name;
    private final Map<String, RawBsonDocument> documents = new ConcurrentHashMap<>();
    private final Map<Integer, ConcurrentSkipListMap<String, Date>> dueByPart = new ConcurrentHashMap<>();
    private final AtomicInteger largestRead = new AtomicInteger();
    private final AtomicInteger events = new AtomicInteger();

    InMemoryDocumentStore(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public @Nullable Document find(String id) {
        RawBsonDocument found = documents.get(id);
        return found == null ? null : found.decode(CODEC);
    }

    @Override
    public List<Document> findAll(List<String> ids) {
        return noted(ids.stream()
                .map(this::find)
                .filter(Objects::nonNull)
                .map(Document.class::cast)
                .toList());
    }

    @Override
    public List<String> due(Instant now, int limit) {
        return noted(dueByPart.values().stream()
                .flatMap(part -> due(part, now))
                .limit(limit)
                .toList());
    }

    @Override
    public List<String> due(Instant now, @Nullable Integer part, @Nullable String after, int limit) {
        ConcurrentSkipListMap<String, Date> all = part(part);
        return noted(due(after == null ? all : all.tailMap(after, false), now)
                .limit(limit)
                .toList());
    }

    @Override
    public boolean insert(Document document) {
        events.addAndGet(document.getList(AggregateOutbox.FIELD, Document.class, List.of())
                .size());
        Document stored = new Document(document).append(AggregateOutbox.FIELD, List.of());
        boolean inserted = documents.putIfAbsent(document.getString("_id"), new RawBsonDocument(stored, CODEC)) == null;
        if (inserted) {
            schedule(stored);
        }
        return inserted;
    }

    @Override
    public @Nullable Document update(Document before, Document set, List<Document> entries) {
        String id = before.getString("_id");
        long version = Objects.requireNonNull((Number) before.get("version")).longValue();
        AtomicReference<@Nullable Document> after = new AtomicReference<>();
        documents.computeIfPresent(id, (key, stored) -> {
            Document next = stored.decode(CODEC);
            if (Objects.requireNonNull((Number) next.get("version")).longValue() != version) {
                return stored;
            }
            next.putAll(set);
            after.set(next.append("version", version + 1));
            return new RawBsonDocument(next, CODEC);
        });
        Document updated = after.get();
        if (updated == null) {
            return null;
        }
        events.addAndGet(entries.size());
        schedule(updated);
        return updated.append(AggregateOutbox.FIELD, entries);
    }

    int largestRead() {
        return largestRead.get();
    }

    int events() {
        return events.get();
    }

    private void schedule(Document document) {
        String id = document.getString("_id");
        Date due = document.getDate("due");
        dueByPart.values().forEach(part -> part.remove(id));
        if (due != null) {
            part(document.getInteger("part")).put(id, due);
        }
    }

    private ConcurrentSkipListMap<String, Date> part(@Nullable Integer part) {
        return dueByPart.computeIfAbsent(part == null ? WITHOUT_PART : part, none -> new ConcurrentSkipListMap<>());
    }

    private static Stream<String> due(Map<String, Date> part, Instant now) {
        return part.entrySet().stream()
                .filter(entry -> !entry.getValue().toInstant().isAfter(now))
                .map(Map.Entry::getKey);
    }

    private <T> List<T> noted(List<T> read) {
        largestRead.accumulateAndGet(read.size(), Math::max);
        return read;
    }
}
