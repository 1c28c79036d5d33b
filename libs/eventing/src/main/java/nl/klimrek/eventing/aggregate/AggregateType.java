package nl.klimrek.eventing.aggregate;

import java.time.Instant;
import java.util.function.Function;

/**
 * Describes a kind of aggregate.
 *
 * @param collection collection of its documents
 * @param state record class of its state, serialisable as JSON
 * @param partition id whose events must be in order, usually the person; null for a read document, which publishes
 *     nothing
 * @param due time at which a background job must process the aggregate: returns null for never, and is null for a
 *     kind without such a job
 */
public record AggregateType<S>(
        String collection, Class<S> state, Function<S, String> partition, Function<S, Instant> due) {

    /** A kind without a background job. */
    public AggregateType(String collection, Class<S> state, Function<S, String> partition) {
        this(collection, state, partition, null);
    }

    /** A read document: updated by events, publishes none. */
    public static <S> AggregateType<S> readDocument(String collection, Class<S> state) {
        return new AggregateType<>(collection, state, null);
    }
}
