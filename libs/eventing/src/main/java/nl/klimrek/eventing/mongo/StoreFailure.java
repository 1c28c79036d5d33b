package nl.klimrek.eventing.mongo;

import com.mongodb.DuplicateKeyException;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.bulk.BulkWriteError;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonMaximumSizeExceededException;

/**
 * Classifies failures of MongoDB by error label, exception and server code. Codes are those of MongoDB's
 * {@code error_codes.yml}.
 */
public enum StoreFailure {

    /** A retry can succeed: an election, a lost connection, a time-out or a write conflict. */
    TRANSIENT,

    /** A retry of the same operation fails again: a duplicate key, a document above 16 MB, a missing right. */
    PERMANENT,

    /** Neither is known. */
    UNKNOWN;

    private static final List<String> RETRYABLE_LABELS =
            List.of("RetryableWriteError", "TransientTransactionError", "RetryableError", "SystemOverloadedError");

    private static final List<Class<? extends Exception>> TRANSIENT_TYPES = List.of(
            MongoSocketException.class,
            MongoTimeoutException.class,
            MongoNotPrimaryException.class,
            MongoNodeIsRecoveringException.class,
            MongoConnectionPoolClearedException.class,
            MongoServerUnavailableException.class,
            MongoInterruptedException.class,
            MongoExecutionTimeoutException.class,
            MongoWriteConcernException.class,
            MongoSecurityException.class);

    /** Host unreachable, network time-out, elections, shutdowns, stale routing, write conflicts, write concern failures. */
    private static final Set<Integer> TRANSIENT_CODES = Set.of(
            6, 7, 24, 43, 50, 63, 64, 89, 91, 100, 112, 133, 134, 150, 189, 202, 234, 262, 317, 358, 384, 9001, 10058,
            10107, 11600, 11602, 13388, 13435, 13436);

    /** Bad value, unauthorised, type mismatch, failed validation, size limits, duplicate keys. */
    private static final Set<Integer> PERMANENT_CODES =
            Set.of(2, 9, 13, 14, 17, 28, 40, 52, 57, 121, 10334, 11000, 11001, 12582, 17280, 17419, 17420);

    private static final Set<Integer> TOO_LARGE_CODES = Set.of(10334, 17280, 17419, 17420);
    private static final Set<Integer> DUPLICATE_KEY_CODES = Set.of(11000, 11001, 12582);

    /** Classifies a failure; {@link #UNKNOWN} if it is not MongoDB's. */
    public static StoreFailure of(Throwable failure) {
        if (failure instanceof BsonMaximumSizeExceededException || failure instanceof DuplicateKeyException) {
            return PERMANENT;
        }
        if (!(failure instanceof MongoException mongo)) {
            return UNKNOWN;
        }
        if (RETRYABLE_LABELS.stream().anyMatch(mongo::hasErrorLabel)
                || TRANSIENT_TYPES.stream().anyMatch(type -> type.isInstance(mongo))) {
            return TRANSIENT;
        }
        if (mongo instanceof MongoBulkWriteException bulk) {
            return ofBulk(bulk);
        }
        // A negative code is the driver's own: no server refused the operation.
        return mongo.getCode() < 0 ? TRANSIENT : ofCode(mongo.getCode());
    }

    /** Classifies a failure by itself and all its causes; a transient one decides, because a retry can then succeed. */
    public static StoreFailure ofCauses(Throwable failure) {
        List<StoreFailure> found = causes(failure)
                .map(StoreFailure::of)
                .filter(each -> each != UNKNOWN)
                .toList();
        return found.contains(TRANSIENT) ? TRANSIENT : found.isEmpty() ? UNKNOWN : PERMANENT;
    }

    /** Whether a document exceeds what MongoDB stores in one. */
    public static boolean isTooLarge(Throwable failure) {
        return causes(failure)
                .anyMatch(each -> each instanceof BsonMaximumSizeExceededException
                        || codes(each).anyMatch(TOO_LARGE_CODES::contains));
    }

    /** Whether a unique key exists already. */
    public static boolean isDuplicateKey(Throwable failure) {
        return causes(failure)
                .anyMatch(each ->
                        each instanceof DuplicateKeyException || codes(each).anyMatch(DUPLICATE_KEY_CODES::contains));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    private static Stream<Integer> codes(Throwable failure) {
        if (failure instanceof MongoBulkWriteException bulk) {
            return bulk.getWriteErrors().stream().map(BulkWriteError::getCode);
        }
        return failure instanceof MongoException mongo ? Stream.of(mongo.getCode()) : Stream.empty();
    }

    private static StoreFailure ofBulk(MongoBulkWriteException bulk) {
        if (bulk.getWriteErrors().stream().anyMatch(error -> ofCode(error.getCode()) == PERMANENT)) {
            return PERMANENT;
        }
        return bulk.getWriteConcernError() != null
                        || bulk.getWriteErrors().stream().anyMatch(error -> ofCode(error.getCode()) == TRANSIENT)
                ? TRANSIENT
                : UNKNOWN;
    }

    private static StoreFailure ofCode(int code) {
        return TRANSIENT_CODES.contains(code) ? TRANSIENT : PERMANENT_CODES.contains(code) ? PERMANENT : UNKNOWN;
    }
}
