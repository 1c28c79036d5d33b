package nl.klimrek.eventing.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoSocketReadTimeoutException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteConcernResult;
import com.mongodb.WriteError;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.WriteConcernError;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ServerId;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonMaximumSizeExceededException;
import org.bson.BsonString;

/** The driver's own error objects, as a replica set gives rise to them. */
public enum DriverFailure {
    NOT_PRIMARY(true, () -> new MongoNotPrimaryException(answer(10107, "NotWritablePrimary"), server())),
    STEPPED_DOWN(
            true, () -> new MongoNodeIsRecoveringException(answer(11602, "InterruptedDueToReplStateChange"), server())),
    STEPDOWN_OF_A_COMMAND(true, () -> command(189, "PrimarySteppedDown")),
    WRITE_CONFLICT(true, () -> command(112, "WriteConflict")),
    WRITE_CONCERN_FAILED(
            true,
            () -> new MongoWriteConcernException(waiting(), WriteConcernResult.unacknowledged(), server(), Set.of())),
    POOL_CLEARED(
            true,
            () -> new MongoConnectionPoolClearedException(
                    new ServerId(new ClusterId(), server()), new IOException("reset"))),
    NO_SERVER(true, () -> new MongoTimeoutException("no server")),
    SOCKET_CLOSED(true, () -> new MongoSocketReadException("closed", server())),
    SOCKET_TIMED_OUT(
            true, () -> new MongoSocketReadTimeoutException("timed out", server(), new SocketTimeoutException("30 s"))),
    EXECUTION_TIMED_OUT(true, () -> new MongoExecutionTimeoutException(50, "maxTimeMS")),
    BULK_WRITE_CONCERN_FAILED(true, () -> bulk(List.of(), waiting())),
    BULK_STEPPED_DOWN(true, () -> bulk(List.of(189), null)),
    DUPLICATE_KEY(
            false,
            () -> new MongoWriteException(new WriteError(11000, "duplicate", new BsonDocument()), server(), Set.of())),
    TOO_LARGE_TO_SEND(false, () -> new BsonMaximumSizeExceededException("too large")),
    TOO_LARGE(false, () -> command(10334, "BSONObjectTooLarge")),
    TOO_LARGE_AFTER_THE_UPDATE(false, () -> command(17419, "Location17419")),
    UNAUTHORISED(false, () -> command(13, "Unauthorized")),
    BULK_TOO_LARGE(false, () -> bulk(List.of(17419), null));

    private final boolean isTransient;
    private final Supplier<RuntimeException> failure;

    DriverFailure(boolean isTransient, Supplier<RuntimeException> failure) {
        this.isTransient = isTransient;
        this.failure = failure;
    }

    /** Whether a retry can succeed. */
    public boolean isTransient() {
        return isTransient;
    }

    /** A new error object. */
    public RuntimeException create() {
        return failure.get();
    }

    private static MongoCommandException command(int code, String name) {
        return new MongoCommandException(answer(code, name), server());
    }

    private static ServerAddress server() {
        return new ServerAddress("store.example", 27017);
    }

    private static WriteConcernError waiting() {
        return new WriteConcernError(64, "WriteConcernFailed", "waiting for replication", new BsonDocument());
    }

    private static MongoBulkWriteException bulk(List<Integer> codes, WriteConcernError concern) {
        List<BulkWriteError> errors = codes.stream()
                .map(code -> new BulkWriteError(code, "failed", new BsonDocument(), 0))
                .toList();
        return new MongoBulkWriteException(BulkWriteResult.unacknowledged(), errors, concern, server(), Set.of());
    }

    private static BsonDocument answer(int code, String name) {
        return new BsonDocument("ok", new BsonInt32(0))
                .append("code", new BsonInt32(code))
                .append("codeName", new BsonString(name))
                .append("errmsg", new BsonString(name));
    }
}
