package nl.klimrek.eventing.aggregate;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Describes a kind of aggregate.
 *
 * @param collection collection of its documents
 * @param state record class of its state, serialisable as JSON
 * @param partition id whose events must be in order, usually the person; null for a read document, which publishes
 *     nothing
 * @param due time at which a background job must process the aggregate: returns null for never, and is null for a
 *     kind without such a job
 * @param schema version of the document's format, from 0; an older version of the service refuses to write a document
 *     with a higher one. Raise it when an older version would misread or damage the state; a new optional field needs none
 * @param subjectPrefix put before the id in the subject of its events. Sequences count per source and subject, so of all
 *     kinds with the same ids on one topic, such as people's, at most one may have an empty prefix
 */
public record AggregateType<S>(
        String collection,
        Class<S> state,
        @Nullable Function<S, String> partition,
        @Nullable Function<S, @Nullable Instant> due,
        int schema,
        String subjectPrefix) {

    /** A kind in its first schema. */
    public AggregateType(
            String collection,
            Class<S> state,
            @Nullable Function<S, String> partition,
            @Nullable Function<S, @Nullable Instant> due) {
        this(collection, state, partition, due, 0, "");
    }

    /** The same kind, in this schema. */
    public AggregateType<S> withSchema(int newSchema) {
        return new AggregateType<>(collection, state, partition, due, newSchema, subjectPrefix);
    }

    /** The same kind, with this prefix in the subject of its events, which count from 1 with it. */
    public AggregateType<S> withSubjectPrefix(String newPrefix) {
        return new AggregateType<>(collection, state, partition, due, schema, newPrefix);
    }

    /** A kind without a background job. */
    public AggregateType(String collection, Class<S> state, @Nullable Function<S, String> partition) {
        this(collection, state, partition, null);
    }

    /** A read document: updated by events, publishes none. */
    public static <S> AggregateType<S> readDocument(String collection, Class<S> state) {
        return new AggregateType<>(collection, state, null);
    }
}
