package nl.klimrek.eventing.aggregate;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.marker.ProcessedMarkers;
import nl.klimrek.eventing.outbox.AggregateOutbox;
import nl.klimrek.eventing.schema.DueParts;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Maps aggregates of one kind to their documents and back.
 *
 * @param <S> the aggregate's state
 */
final class AggregateDocument<S> {

    /** Field with the time at which a background job must process the aggregate. */
    static final String DUE = "due";

    /** Field with the part of a document that has a due time; null without one. */
    static final String PART = "part";

    /**
     * Field with a random number that each write renews. After a restore under a running instance, another write
     * can have the version that the instance remembers; it never has the stamp.
     */
    static final String STAMP = "stamp";

    private static final String STATE = "state";
    private static final String SCHEMA = "schema";
    static final String VERSION = "version";

    private final AggregateType<S> type;
    private final StateCodec<S> codec;

    AggregateDocument(AggregateType<S> type) {
        this.type = type;
        this.codec = new StateCodec<>(type.state());
    }

    /** Version of a document; 0 if there is none. */
    static long version(@Nullable Document document) {
        return document == null
                ? 0
                : Objects.requireNonNull((Number) document.get(VERSION)).longValue();
    }

    /** Brings a document to what the store has after these fields were set. */
    static void apply(Document set, Document document) {
        long version = version(document);
        document.putAll(set);
        document.put(VERSION, version + 1);
    }

    /** A new document with these fields and outbox entries. */
    static Document inserted(Key key, Document set, List<Document> entries) {
        Document document = new Document("_id", key.value()).append(VERSION, 1L);
        document.putAll(set);
        return document.append(AggregateOutbox.FIELD, entries);
    }

    @SuppressWarnings("NullAway") // Null for a document without a state, which counts as no aggregate.
    S state(Document document) {
        return codec.read(document.get(STATE, Document.class));
    }

    Versioned<S> read(Document document, boolean replayed) {
        return new Versioned<>(state(document), version(document), replayed);
    }

    /**
     * The fields that a step sets, apart from its events.
     *
     * @throws NewerSchemaException if a newer version of the service wrote the document
     */
    Document fields(Key key, @Nullable Document before, MessageContext cause, S state) {
        requireOwnSchema(before);
        Document set =
                new Document(STATE, codec.write(state, before == null ? null : before.get(STATE, Document.class)));
        if (type.schema() > 0) {
            set.append(SCHEMA, type.schema());
        }
        set.append(STAMP, ThreadLocalRandom.current().nextLong());
        ProcessedMarkers.record(before, cause.marker(), set);
        if (type.due() != null) {
            Instant due = type.due().apply(state);
            set.append(DUE, due == null ? null : Date.from(due))
                    .append(PART, due == null ? null : DueParts.of(key.value()));
        }
        return set;
    }

    private void requireOwnSchema(@Nullable Document document) {
        int stored = document == null ? 0 : document.getInteger(SCHEMA, 0);
        if (stored > type.schema()) {
            throw new NewerSchemaException(type.collection(), stored, type.schema());
        }
    }
}
