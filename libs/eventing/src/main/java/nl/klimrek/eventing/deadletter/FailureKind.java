package nl.klimrek.eventing.deadletter;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.aggregate.ContentionException;
import nl.klimrek.eventing.aggregate.NewerSchemaException;
import nl.klimrek.eventing.cloudevent.MalformedEventException;
import nl.klimrek.eventing.lane.ListenerStoppingException;
import nl.klimrek.eventing.mongo.StoreFailure;
import nl.klimrek.eventing.outbox.OutboxFullException;
import org.apache.kafka.common.KafkaException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;

/** What to do about a record whose handling failed; decided by the failure and all its causes. */
public enum FailureKind {

    /** Retry the record until it passes: the store or the broker is unavailable, updates collided, or a replay came early. */
    TRANSIENT,

    /** Park the record at once: no retry can change it. */
    PERMANENT,

    /** Retry a few times, then park. */
    UNKNOWN;

    private static final List<Class<? extends Exception>> TRANSIENT_TYPES = List.of(
            TransientDataAccessException.class,
            RecoverableDataAccessException.class,
            DataAccessResourceFailureException.class,
            KafkaException.class,
            OutboxFullException.class,
            NewerSchemaException.class,
            ListenerStoppingException.class,
            EarlyReplayException.class,
            ContentionException.class);

    private static final List<Class<? extends Exception>> PERMANENT_TYPES =
            List.of(MalformedEventException.class, RefusedException.class);

    /** Judges a failure by itself and all its causes. */
    public static FailureKind of(Throwable failure) {
        List<FailureKind> kinds = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(FailureKind::ofOne)
                .toList();
        return kinds.contains(TRANSIENT) ? TRANSIENT : kinds.contains(PERMANENT) ? PERMANENT : UNKNOWN;
    }

    private static FailureKind ofOne(Throwable failure) {
        if (TRANSIENT_TYPES.stream().anyMatch(type -> type.isInstance(failure))) {
            return TRANSIENT;
        }
        return PERMANENT_TYPES.stream().anyMatch(type -> type.isInstance(failure))
                ? PERMANENT
                : valueOf(StoreFailure.of(failure).name());
    }
}
