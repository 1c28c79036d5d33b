package nl.klimrek.eventing.aggregate;

import java.util.Objects;
import java.util.Optional;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.outbox.AggregateOutbox;
import nl.klimrek.eventing.outbox.AggregateOutbox.Pending;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Stores accepted decisions: the new state, its events and its marker in one conditional write. Afterwards it hands the events
 * to the relay and remembers the document.
 *
 * @param <S> the aggregate's state
 */
final class StepWriter<S> {

    private final AggregateType<S> type;
    private final AggregateDocument<S> mapping;
    private final DocumentStore documents;
    private final AggregateOutbox outbox;
    private final RecentDocuments recent;

    StepWriter(
            AggregateType<S> type,
            AggregateDocument<S> mapping,
            DocumentStore documents,
            AggregateOutbox outbox,
            RecentDocuments recent) {
        this.type = type;
        this.mapping = mapping;
        this.documents = documents;
        this.outbox = outbox;
        this.recent = recent;
    }

    /**
     * Stores a decision on this document.
     *
     * @param before null if the aggregate does not exist
     * @return empty if another step was stored in between
     */
    Optional<Versioned<S>> write(
            Key key, MessageContext cause, @Nullable Document before, Decision.Accepted<S> accepted) {
        Document set = mapping.fields(key, before, cause, accepted.state());
        Pending pending = pending(key, cause, before, accepted);
        set.putAll(pending.fields());
        try {
            return before == null
                    ? insert(key, set, pending, accepted.state())
                    : update(key, set, pending, accepted.state(), before);
        } catch (RuntimeException failed) {
            outbox.outcomeUnknown(documents.name(), key, pending);
            throw failed;
        }
    }

    /** Adds an accepted decision on a draft to it. */
    void add(Key key, MessageContext cause, Decision.Accepted<S> accepted, StepDraft<S> draft) {
        Document set = mapping.fields(key, draft.current(), cause, accepted.state());
        Pending pending = pending(key, cause, draft.current(), accepted);
        set.putAll(pending.fields());
        draft.add(key.value(), set, pending, accepted.state());
    }

    private Pending pending(Key key, MessageContext cause, @Nullable Document before, Decision.Accepted<S> accepted) {
        return accepted.events().isEmpty()
                ? Pending.NONE
                : outbox.prepare(
                        key,
                        type.subjectPrefix(),
                        before,
                        Objects.requireNonNull(type.partition()).apply(accepted.state()),
                        cause,
                        accepted.events());
    }

    private Optional<Versioned<S>> insert(Key key, Document set, Pending pending, S state) {
        Document document = AggregateDocument.inserted(key, set, pending.entries());
        if (!documents.insert(document)) {
            return Optional.empty();
        }
        outbox.written(documents.name(), key, pending, document);
        remember(key, document, document);
        return Optional.of(new Versioned<>(state, 1, false));
    }

    private Optional<Versioned<S>> update(Key key, Document set, Pending pending, S state, Document before) {
        long version = AggregateDocument.version(before);
        Document after = documents.update(before, set, pending.entries());
        if (after == null) {
            return Optional.empty();
        }
        outbox.written(documents.name(), key, pending, after);
        AggregateDocument.apply(set, before);
        remember(key, before, after);
        return Optional.of(new Versioned<>(state, version + 1, false));
    }

    private void remember(Key key, Document document, Document waiting) {
        document.put(AggregateOutbox.FIELD, AggregateOutbox.withoutRecords(waiting));
        recent.put(documents.name(), key.value(), document);
    }
}
