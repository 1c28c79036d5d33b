package nl.klimrek.eventing.aggregate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.outbox.AggregateOutbox;
import nl.klimrek.eventing.outbox.OutboxFullException;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Decides on many documents, which are read together and written together. All steps of one document are one conditional write,
 * with their events and their markers.
 *
 * @param <S> the aggregates' state
 */
final class BulkSteps<S> {

    private final AggregateDocument<S> mapping;
    private final DocumentStore documents;
    private final AggregateOutbox outbox;
    private final RecentDocuments recent;
    private final StepAttempts<S> attempts;

    BulkSteps(
            AggregateDocument<S> mapping,
            DocumentStore documents,
            AggregateOutbox outbox,
            RecentDocuments recent,
            StepAttempts<S> attempts) {
        this.mapping = mapping;
        this.documents = documents;
        this.outbox = outbox;
        this.recent = recent;
        this.attempts = attempts;
    }

    /**
     * Returns the keys of which nothing was stored: another step was stored in between, a step was refused, or the outbox is
     * full. If it throws, some documents may be stored.
     */
    Set<Key> handle(List<AggregateStep<S>> steps) {
        if (steps.isEmpty()) {
            return Set.of();
        }
        Map<Key, List<AggregateStep<S>>> byKey = new LinkedHashMap<>();
        steps.forEach(step ->
                byKey.computeIfAbsent(step.key(), none -> new ArrayList<>()).add(step));
        Map<String, Document> stored = new HashMap<>();
        documents
                .findAll(byKey.keySet().stream().map(Key::value).toList())
                .forEach(document -> stored.put(document.getString("_id"), document));
        Map<Key, StepDraft<S>> drafts = new LinkedHashMap<>();
        Set<Key> notDone = new HashSet<>();
        byKey.forEach((key, all) -> {
            StepDraft<S> draft = draft(stored.get(key.value()), all);
            if (draft == null) {
                notDone.add(key);
            } else if (!draft.isEmpty()) {
                drafts.put(key, draft);
            }
        });
        Map<String, Document> written = write(drafts);
        // In the order of the steps, in which the relay then sends their events.
        drafts.forEach((key, draft) -> {
            Document after = written.get(key.value());
            if (after == null) {
                notDone.add(key);
                lost(key, draft);
            } else {
                written(key, draft, after);
            }
        });
        return notDone;
    }

    /** What these steps of one document write; null if they have to be taken one by one. */
    private @Nullable StepDraft<S> draft(@Nullable Document stored, List<AggregateStep<S>> steps) {
        StepDraft<S> draft = new StepDraft<>(stored, stored == null ? null : mapping.state(stored));
        try {
            steps.forEach(step -> attempts.add(step, draft));
            return draft;
        } catch (OutboxFullException | RefusedException alone) {
            return null;
        }
    }

    /** Returns what was written, by id, with at least its outbox. */
    private Map<String, Document> write(Map<Key, StepDraft<S>> drafts) {
        Map<String, Document> created = new LinkedHashMap<>();
        List<DocumentStore.Change> changes = new ArrayList<>();
        drafts.forEach((key, draft) -> {
            if (draft.isNew()) {
                created.put(key.value(), Objects.requireNonNull(draft.current()));
            } else {
                changes.add(draft.change());
            }
        });
        try {
            Map<String, Document> written = new HashMap<>(created);
            if (!created.isEmpty()) {
                written.keySet().retainAll(documents.insertAll(List.copyOf(created.values())));
            }
            if (!changes.isEmpty()) {
                written.putAll(documents.updateAll(changes));
            }
            return written;
        } catch (RuntimeException failed) {
            drafts.forEach((key, draft) -> outbox.outcomeUnknown(documents.name(), key, draft.pending()));
            throw failed;
        }
    }

    /** Nothing is stored, or it is and another write followed it: then the relay finds its events. */
    private void lost(Key key, StepDraft<S> draft) {
        recent.remove(documents.name(), key.value());
        if (!draft.isNew()) {
            outbox.outcomeUnknown(documents.name(), key, draft.pending());
        }
    }

    private void written(Key key, StepDraft<S> draft, Document after) {
        outbox.written(documents.name(), key, draft.pending(), after);
        Document document = Objects.requireNonNull(draft.current());
        document.put(AggregateOutbox.FIELD, AggregateOutbox.withoutRecords(after));
        recent.put(documents.name(), key.value(), document);
    }
}
