package nl.klimrek.reminders.sending;

import java.lang.reflect.Field;
import java.time.Instant;
import java.util.List;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.eventing.aggregate.DocumentStore;
import nl.klimrek.eventing.aggregate.RecentDocuments;
import nl.klimrek.eventing.outbox.AggregateOutbox;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The documents of a store, at which a sender can be killed before and after each write. */
record FaultyDocuments(DocumentStore documents, Faults faults) implements DocumentStore {

    /** A store on the documents of this one, as another process has it. */
    @SuppressWarnings("unchecked")
    static <S> AggregateStore<S> of(AggregateStore<S> store, Faults faults) {
        return new AggregateStore<>(
                (AggregateType<S>) field(store, "type"),
                new FaultyDocuments((DocumentStore) field(store, "documents"), faults),
                (AggregateOutbox) field(store, "outbox"),
                new RecentDocuments(0));
    }

    private static Object field(AggregateStore<?> store, String name) {
        try {
            Field field = AggregateStore.class.getDeclaredField(name);
            field.setAccessible(true);
            return field.get(store);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException(changed);
        }
    }

    @Override
    public String name() {
        return documents.name();
    }

    @Override
    public @Nullable Document find(String id) {
        return documents.find(id);
    }

    @Override
    public List<Document> findAll(List<String> ids) {
        return documents.findAll(ids);
    }

    @Override
    public List<String> due(Instant now, int limit) {
        return documents.due(now, limit);
    }

    @Override
    public List<String> due(Instant now, @Nullable Integer part, @Nullable String after, int limit) {
        return documents.due(now, part, after, limit);
    }

    @Override
    public boolean insert(Document document) {
        faults.step("before the insert into " + name());
        boolean inserted = documents.insert(document);
        faults.step("after the insert into " + name());
        return inserted;
    }

    @Override
    public @Nullable Document update(Document before, Document set, List<Document> entries) {
        faults.step("before the update of " + name());
        Document updated = documents.update(before, set, entries);
        faults.step("after the update of " + name());
        return updated;
    }
}
