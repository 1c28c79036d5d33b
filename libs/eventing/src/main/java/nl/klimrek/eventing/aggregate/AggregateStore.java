package nl.klimrek.eventing.aggregate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.marker.LateEventObserver;
import nl.klimrek.eventing.outbox.AggregateOutbox;
import nl.klimrek.eventing.outbox.OutboxFullException;
import nl.klimrek.eventing.schema.DueParts;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates of one kind, each in its own document.
 *
 * <p>A step is one conditional write of the new state, its events and its marker. When {@link #handle} returns,
 * everything is stored; when it refuses, nothing is. After a failure of the store either may be so: the same command
 * or event again finds out, because its marker is in the same write. Of two concurrent steps, the later one is decided again on the
 * result of the earlier one. A repeated command or event changes nothing.
 *
 * @param <S> the aggregate's state
 */
public final class AggregateStore<S> {

    /** Part of documents that were written before documents had parts. */
    private static final String WITHOUT_PART = "none";

    /** Names of the parts that split the documents with a due time evenly, whatever their organisation. */
    public static final List<String> DUE_PARTS = Stream.concat(
                    IntStream.range(0, DueParts.COUNT).mapToObj(Integer::toString), Stream.of(WITHOUT_PART))
            .toList();

    private static final int MAX_ATTEMPTS = 100;
    private static final long MAX_BACKOFF_NANOS = 2_000_000;

    private final AggregateType<S> type;
    private final AggregateDocument<S> mapping;
    private final DocumentStore documents;
    private final AggregateOutbox outbox;
    private final RecentDocuments recent;
    private final StepAttempts<S> attempts;
    private final BulkSteps<S> bulk;

    /** A store that tells nobody of late events. */
    public AggregateStore(
            AggregateType<S> type, DocumentStore documents, AggregateOutbox outbox, RecentDocuments recent) {
        this(type, documents, outbox, recent, LateEventObserver.NONE);
    }

    /**
     * @param documents collection of the documents
     * @param outbox publishes the events
     * @param recent cache of the documents that this instance wrote last
     * @param lateEvents is told of events that later ones overtook
     */
    public AggregateStore(
            AggregateType<S> type,
            DocumentStore documents,
            AggregateOutbox outbox,
            RecentDocuments recent,
            LateEventObserver lateEvents) {
        this.type = type;
        this.mapping = new AggregateDocument<>(type);
        this.documents = documents;
        this.outbox = outbox;
        this.recent = recent;
        this.attempts = new StepAttempts<>(
                mapping,
                documents,
                recent,
                new StepWriter<>(type, mapping, documents, outbox, recent),
                new LateEvents(documents.name(), lateEvents));
        this.bulk = new BulkSteps<>(mapping, documents, outbox, recent, attempts);
    }

    /** The current state; empty if the aggregate does not exist. */
    public Optional<Versioned<S>> find(Key key) {
        Document document = documents.find(key.value());
        return document == null ? Optional.empty() : Optional.of(mapping.read(document, false));
    }

    /** The states of the keys that exist, in no particular order. */
    public List<Versioned<S>> findAll(List<Key> keys) {
        return List.copyOf(findAllByKey(keys).values());
    }

    /** The states of the keys that exist, by key. */
    public Map<Key, Versioned<S>> findAllByKey(List<Key> keys) {
        Map<Key, Versioned<S>> found = new LinkedHashMap<>();
        documents
                .findAll(keys.stream().map(Key::value).distinct().toList())
                .forEach(document -> found.put(Key.parse(document.getString("_id")), mapping.read(document, false)));
        return found;
    }

    /**
     * Same as {@link #findAllByKey}, for aggregates that soon get a step: it is decided on what was read here, and on the current
     * state only if another step was stored in between.
     */
    public Map<Key, Versioned<S>> findForSteps(List<Key> keys) {
        Map<Key, Versioned<S>> found = new LinkedHashMap<>();
        documents.findAll(keys.stream().map(Key::value).distinct().toList()).forEach(document -> {
            String id = document.getString("_id");
            found.put(Key.parse(id), mapping.read(document, false));
            document.put(AggregateOutbox.FIELD, AggregateOutbox.withoutRecords(document));
            recent.put(documents.name(), id, document);
        });
        return found;
    }

    /** Keys of aggregates that are due at this time. */
    public List<Key> due(Instant now, int limit) {
        return documents.due(now, limit).stream().map(Key::parse).toList();
    }

    /**
     * Keys of aggregates of one part that are due at this time, in ascending order.
     *
     * @param part one of {@link #DUE_PARTS}
     * @param after the key before the first one; null for the beginning
     */
    public List<Key> due(Instant now, String part, @Nullable Key after, int limit) {
        Integer number = part.equals(WITHOUT_PART) ? null : Integer.valueOf(part);
        return documents.due(now, number, after == null ? null : after.value(), limit).stream()
                .map(Key::parse)
                .toList();
    }

    /**
     * Decides on the current state and stores the decision.
     *
     * @param decider pure; called again if another step was stored in between
     * @return the state afterwards; null only if the aggregate did not exist and nothing changed
     * @throws RefusedException if the decider refuses
     * @throws StaleVersionException if the caller expected another version
     * @throws nl.klimrek.eventing.marker.CommandKeyReusedException if the command key was used for another command
     * @throws OutboxFullException if too many events wait for the broker. While the broker takes events, a step on a full
     *     document waits for room first, for about a second at most
     */
    public Versioned<S> handle(Key key, MessageContext cause, Function<Optional<S>, Decision<S>> decider) {
        Optional<Versioned<S>> decidedOnCache = attempts.onCached(key, cause, decider);
        if (decidedOnCache.isPresent()) {
            return decidedOnCache.get();
        }
        for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
            try {
                Optional<Versioned<S>> done = attempts.on(key, documents.find(key.value()), cause, decider);
                if (done.isPresent()) {
                    return done.get();
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(MAX_BACKOFF_NANOS));
            } catch (OutboxFullException full) {
                if (attempt == MAX_ATTEMPTS || !outbox.awaitRoom(documents.name(), key)) {
                    throw full;
                }
            }
        }
        throw new ContentionException(key, MAX_ATTEMPTS);
    }

    /**
     * Same as {@link #handle} for each of these aggregates, which are read together. If it throws, some may be stored.
     *
     * @param deciders decider of each aggregate, by its key
     */
    public void handleAll(MessageContext cause, Map<Key, ? extends Function<Optional<S>, Decision<S>>> deciders) {
        List<AggregateStep<S>> steps = new ArrayList<>(deciders.size());
        deciders.forEach((key, decider) -> steps.add(new AggregateStep<>(key, cause, decider::apply)));
        handleAll(steps);
    }

    /** Takes many steps, those of one aggregate in this order: together as far as possible. If it throws, some may be stored. */
    public void handleAll(List<AggregateStep<S>> steps) {
        Set<Key> alone = handleTogether(steps);
        steps.stream()
                .filter(step -> alone.contains(step.key()))
                .forEach(step -> handle(step.key(), step.cause(), step.decider()));
    }

    /**
     * Takes many steps, those of one aggregate in this order. The aggregates are read together and written together; all steps of one
     * are one write. If it throws, some aggregates may be stored.
     *
     * @return keys of the aggregates whose steps have to be taken one by one with {@link #handle}: another step was stored in
     *     between, one is refused, or the outbox is full
     */
    public Set<Key> handleTogether(List<AggregateStep<S>> steps) {
        return bulk.handle(steps);
    }

    /** Same as {@link #handle}, without reading first: for an aggregate that probably does not exist. */
    public Versioned<S> create(Key key, MessageContext cause, Function<Optional<S>, Decision<S>> decider) {
        return attempts.onAbsent(key, cause, decider).orElseGet(() -> handle(key, cause, decider));
    }

    /**
     * Creates many read documents in one bulk write, each atomically with its marker. Existing documents stay as
     * they are. If it throws, some may be stored.
     *
     * @return keys of the documents that were created
     */
    public Set<Key> createAll(Map<Key, InitialState<S>> initialStates) {
        if (type.partition() != null) {
            throw new IllegalStateException(documents.name() + " publishes events; they cannot be created together");
        }
        List<Document> created = new ArrayList<>(initialStates.size());
        initialStates.forEach((key, first) -> created.add(
                AggregateDocument.inserted(key, mapping.fields(key, null, first.cause(), first.state()), List.of())));
        return documents.insertAll(created).stream().map(Key::parse).collect(Collectors.toSet());
    }

    /** First state of a read document, with the context of its event. */
    public record InitialState<S>(MessageContext cause, S state) {}
}
