package nl.klimrek.eventing.aggregate;

import java.time.Instant;
import java.util.function.Function;

/**
 * What the store must know of a kind of aggregate.
 *
 * @param collection collection its documents are in
 * @param state record class of its state, readable and writable as JSON
 * @param partition the id whose facts must be in order together (for most, the person it is about); null for a read
 *     document, which publishes nothing
 * @param due when a clock has to look at it again; gives null when never, and is null for a kind no clock looks at
 */
public record AggregateType<S>(
        String collection, Class<S> state, Function<S, String> partition, Function<S, Instant> due) {

    /** A kind that no clock looks at. */
    public AggregateType(String collection, Class<S> state, Function<S, String> partition) {
        this(collection, state, partition, null);
    }

    /** A read document: kept up to date by events, publishing none. */
    public static <S> AggregateType<S> readDocument(String collection, Class<S> state) {
        return new AggregateType<>(collection, state, null);
    }
}
