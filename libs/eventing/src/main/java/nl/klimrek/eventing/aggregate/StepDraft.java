package nl.klimrek.eventing.aggregate;

import java.util.ArrayList;
import java.util.List;
import nl.klimrek.eventing.outbox.AggregateOutbox;
import nl.klimrek.eventing.outbox.AggregateOutbox.Pending;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What several steps write to one document, in one write.
 *
 * @param <S> the aggregate's state
 */
final class StepDraft<S> {

    /** The document as it is stored; null if it does not exist. */
    private final @Nullable Document stored;

    private final Document set = new Document();
    private final List<Document> entries = new ArrayList<>();
    private @Nullable Document current;
    private @Nullable S state;
    private Pending pending = Pending.NONE;

    StepDraft(@Nullable Document stored, @Nullable S state) {
        this.stored = stored;
        this.state = state;
        this.current = stored == null ? null : new Document(stored);
    }

    /** The document after the steps so far; null if it does not exist. */
    @Nullable
    Document current() {
        return current;
    }

    /** The state after the steps so far; null if there is none. */
    @Nullable
    S state() {
        return state;
    }

    /** Adds a step that was decided on {@link #current}. */
    void add(String id, Document fields, Pending events, S after) {
        state = after;
        set.putAll(fields);
        entries.addAll(events.entries());
        if (!events.entries().isEmpty()) {
            pending = new Pending(entries, events.fields(), events.leasedUntil());
        }
        Document next = current == null ? new Document("_id", id) : current;
        next.putAll(fields);
        next.put(AggregateDocument.VERSION, AggregateDocument.version(stored) + 1);
        List<Document> waiting = new ArrayList<>(next.getList(AggregateOutbox.FIELD, Document.class, List.of()));
        waiting.addAll(events.entries());
        current = next.append(AggregateOutbox.FIELD, waiting);
    }

    boolean isEmpty() {
        return set.isEmpty();
    }

    boolean isNew() {
        return stored == null;
    }

    /** All events of these steps. */
    Pending pending() {
        return pending;
    }

    /** The write to a document that exists. */
    DocumentStore.Change change() {
        if (stored == null) {
            throw new IllegalStateException("a new document is inserted");
        }
        return new DocumentStore.Change(stored, set, entries);
    }
}
