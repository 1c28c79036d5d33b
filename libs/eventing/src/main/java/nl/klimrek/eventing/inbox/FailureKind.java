package nl.klimrek.eventing.inbox;

import com.mongodb.MongoException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.klimrek.eventing.ContentionException;
import nl.klimrek.eventing.OutboxFullException;
import nl.klimrek.eventing.RefusedException;
import org.apache.kafka.common.KafkaException;
import org.springframework.dao.DataAccessException;

/** What to do about a record whose handling failed; judged by what was thrown and all its causes. */
enum FailureKind {

    /** The store or the broker is away, or too many came at once: the same record again, until it passes. */
    TRANSIENT,

    /** No retry can change it: the record is parked at once. */
    PERMANENT,

    /** Tried a few times, then parked. */
    UNKNOWN;

    private static final List<Class<? extends Exception>> TRANSIENT_TYPES = List.of(
            MongoException.class,
            DataAccessException.class,
            KafkaException.class,
            OutboxFullException.class,
            ContentionException.class);

    private static final List<Class<? extends Exception>> PERMANENT_TYPES =
            List.of(MalformedEventException.class, RefusedException.class);

    static FailureKind of(Throwable failure) {
        return matches(failure, TRANSIENT_TYPES) ? TRANSIENT : matches(failure, PERMANENT_TYPES) ? PERMANENT : UNKNOWN;
    }

    private static boolean matches(Throwable failure, List<Class<? extends Exception>> types) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> types.stream().anyMatch(type -> type.isInstance(cause)));
    }
}
