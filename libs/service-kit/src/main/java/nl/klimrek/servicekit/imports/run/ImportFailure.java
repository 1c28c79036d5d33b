package nl.klimrek.servicekit.imports.run;

import com.mongodb.MongoException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.klimrek.eventing.aggregate.ContentionException;
import nl.klimrek.eventing.aggregate.NewerSchemaException;
import nl.klimrek.eventing.mongo.StoreFailure;
import nl.klimrek.eventing.outbox.OutboxFullException;
import org.apache.kafka.common.KafkaException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;

/** Classifies failures of an import or a row, by the failure and all its causes. */
enum ImportFailure {
    /** A retry can succeed: the store or the broker is unavailable, or updates collided. */
    TRANSIENT,
    /** The store refuses, for a reason that is not known to be permanent. */
    UNKNOWN,
    /** A retry fails again. */
    PERMANENT;

    private static final List<Class<? extends Exception>> TRANSIENT_TYPES = List.of(
            TransientDataAccessException.class,
            RecoverableDataAccessException.class,
            DataAccessResourceFailureException.class,
            KafkaException.class,
            OutboxFullException.class,
            NewerSchemaException.class,
            ContentionException.class);

    static ImportFailure of(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(ImportFailure::ofOne)
                .min(ImportFailure::compareTo)
                .orElse(PERMANENT);
    }

    private static ImportFailure ofOne(Throwable failure) {
        if (TRANSIENT_TYPES.stream().anyMatch(type -> type.isInstance(failure))) {
            return TRANSIENT;
        }
        return switch (StoreFailure.of(failure)) {
            case TRANSIENT -> TRANSIENT;
            case PERMANENT -> PERMANENT;
            case UNKNOWN -> failure instanceof MongoException ? UNKNOWN : PERMANENT;
        };
    }
}
