package nl.klimrek.servicekit.problem;

import com.mongodb.MongoException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nl.klimrek.eventing.aggregate.NewerSchemaException;
import nl.klimrek.eventing.mongo.StoreFailure;
import nl.klimrek.eventing.outbox.EventTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;

/** The answer to a failure of the store or the broker. */
enum StoreProblem {

    /** A retry can succeed. The outcome of a write may be unknown; the same command again finds out. */
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", 5),

    /** A newer version of the service wrote the document. */
    BEING_UPGRADED(HttpStatus.SERVICE_UNAVAILABLE, "being-upgraded", 15),

    /** A document or an event is larger than the store or the broker takes. */
    TOO_LARGE(HttpStatus.UNPROCESSABLE_ENTITY, "holds-too-much", 0),

    /** Another request stored the same at this moment. */
    STORED_MEANWHILE(HttpStatus.CONFLICT, "stored-meanwhile", 0),

    /** The store refuses until an operator acts: a missing right, a failed validation. */
    REFUSED_BY_STORE(HttpStatus.SERVICE_UNAVAILABLE, "store-refuses", 60);

    private final HttpStatus status;
    private final String code;
    private final int retryAfterSeconds;

    StoreProblem(HttpStatus status, String code, int retryAfterSeconds) {
        this.status = status;
        this.code = code;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }

    /** Seconds until a retry makes sense; 0 if a retry cannot succeed. */
    int retryAfterSeconds() {
        return retryAfterSeconds;
    }

    /** Whether an operator must look at it. */
    boolean isForOperators() {
        return this == REFUSED_BY_STORE || this == TOO_LARGE;
    }

    /** Finds the answer by a failure and its causes; empty if neither store nor broker failed. */
    static Optional<StoreProblem> of(Throwable failure) {
        if (has(failure, NewerSchemaException.class)) {
            return Optional.of(BEING_UPGRADED);
        }
        if (StoreFailure.ofCauses(failure) == StoreFailure.TRANSIENT
                || has(failure, DataAccessResourceFailureException.class)
                || has(failure, TransientDataAccessException.class)
                || has(failure, RetriableException.class)) {
            return Optional.of(UNAVAILABLE);
        }
        if (StoreFailure.isTooLarge(failure) || has(failure, EventTooLargeException.class)) {
            return Optional.of(TOO_LARGE);
        }
        if (StoreFailure.isDuplicateKey(failure)) {
            return Optional.of(STORED_MEANWHILE);
        }
        return has(failure, MongoException.class) || has(failure, DataAccessException.class)
                ? Optional.of(REFUSED_BY_STORE)
                : Optional.empty();
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(type::isInstance);
    }
}
