package nl.klimrek.eventing.aggregate;

import java.util.Optional;
import java.util.function.Function;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.marker.ProcessedMarkers;
import nl.klimrek.eventing.marker.ProcessedMarkers.Status;
import nl.klimrek.eventing.outbox.OutboxFullException;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Single attempts to decide on a document and to store the decision.
 *
 * @param <S> the aggregate's state
 */
final class StepAttempts<S> {

    private final AggregateDocument<S> mapping;
    private final DocumentStore documents;
    private final RecentDocuments recent;
    private final StepWriter<S> writer;
    private final LateEvents lateEvents;

    StepAttempts(
            AggregateDocument<S> mapping,
            DocumentStore documents,
            RecentDocuments recent,
            StepWriter<S> writer,
            LateEvents lateEvents) {
        this.mapping = mapping;
        this.documents = documents;
        this.recent = recent;
        this.writer = writer;
        this.lateEvents = lateEvents;
    }

    /** Decides on an aggregate that probably does not exist. Returns empty if it does, or if nothing was to be stored. */
    Optional<Versioned<S>> onAbsent(Key key, MessageContext cause, Function<Optional<S>, Decision<S>> decider) {
        return recent.find(documents.name(), key.value()) == null
                ? stepOn(null, cause, decider).flatMap(step -> writer.write(key, cause, null, step))
                : Optional.empty();
    }

    /**
     * Decides on the cached document. The decision stands only if it is a step and its conditional write succeeds;
     * otherwise the current document is read and decided on.
     */
    Optional<Versioned<S>> onCached(Key key, MessageContext cause, Function<Optional<S>, Decision<S>> decider) {
        Document document = recent.find(documents.name(), key.value());
        if (document == null) {
            return Optional.empty();
        }
        recent.remove(documents.name(), key.value());
        try {
            return stepOn(document, cause, decider).flatMap(step -> writer.write(key, cause, document, step));
        } catch (OutboxFullException outboxFull) {
            // The outbox may have emptied since.
            return Optional.empty();
        }
    }

    private Optional<Decision.Accepted<S>> stepOn(
            @Nullable Document document, MessageContext cause, Function<Optional<S>, Decision<S>> decider) {
        try {
            boolean expected = cause.expectedVersion().isEmpty()
                    || cause.expectedVersion().getAsLong() == AggregateDocument.version(document);
            return expected
                            && ProcessedMarkers.statusOf(document, cause.marker()) == Status.NEW
                            && decider.apply(Optional.ofNullable(document).map(mapping::state))
                                    instanceof Decision.Accepted<S> accepted
                    ? Optional.of(accepted)
                    : Optional.empty();
        } catch (RuntimeException rejected) {
            // A refusal on the cached document may be outdated; the current document decides.
            return Optional.empty();
        }
    }

    /**
     * Decides on a stored document. Returns empty if another step was stored in between.
     *
     * @param document null if it does not exist
     */
    Optional<Versioned<S>> on(
            Key key, @Nullable Document document, MessageContext cause, Function<Optional<S>, Decision<S>> decider) {
        long version = AggregateDocument.version(document);
        if (document != null && isProcessed(document, cause)) {
            return Optional.of(mapping.read(document, true));
        }
        if (cause.expectedVersion().isPresent() && cause.expectedVersion().getAsLong() != version) {
            throw new StaleVersionException(cause.expectedVersion().getAsLong(), version);
        }
        Optional<S> current = Optional.ofNullable(document).map(mapping::state);
        Decision<S> decision = decider.apply(current);
        if (decision instanceof Decision.Refused<S> refused) {
            throw new RefusedException(refused.refusal());
        }
        if (decision instanceof Decision.Accepted<S> accepted) {
            return writer.write(key, cause, document, accepted);
        }
        @SuppressWarnings("NullAway") // Null as handle says, if the aggregate does not exist.
        Versioned<S> unchanged = new Versioned<>(current.orElse(null), version, false);
        return Optional.of(unchanged);
    }

    /** Whether the document has the effect of a command or event, or does without it. */
    private boolean isProcessed(Document document, MessageContext cause) {
        Status status = ProcessedMarkers.statusOf(document, cause.marker());
        return status != Status.NEW && !lateEvents.applies(cause.marker(), status);
    }

    /**
     * Decides on a draft, and adds what is accepted to it.
     *
     * @throws RefusedException if the decider refuses
     */
    void add(AggregateStep<S> step, StepDraft<S> draft) {
        if (draft.current() != null && isProcessed(draft.current(), step.cause())) {
            return;
        }
        Decision<S> decision = step.decider().apply(Optional.ofNullable(draft.state()));
        if (decision instanceof Decision.Refused<S> refused) {
            throw new RefusedException(refused.refusal());
        }
        if (decision instanceof Decision.Accepted<S> accepted) {
            writer.add(step.key(), step.cause(), accepted, draft);
        }
    }
}
