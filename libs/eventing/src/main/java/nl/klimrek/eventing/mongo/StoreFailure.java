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
import java.util.List;
import java.util.Set;
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
