package nl.klimrek.eventing.mongo;

import static nl.klimrek.eventing.mongo.StoreFailure.PERMANENT;
import static nl.klimrek.eventing.mongo.StoreFailure.TRANSIENT;
import static nl.klimrek.eventing.mongo.StoreFailure.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketReadException;
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
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonMaximumSizeExceededException;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreFailureTest {

    private static final ServerAddress SERVER = new ServerAddress("store.example", 27017);

    @Test
    void an_election_a_lost_connection_and_a_time_out_are_transient() {
        assertThat(List.<Throwable>of(
                        new MongoNotPrimaryException(answer(10107, "NotWritablePrimary"), SERVER),
                        new MongoNodeIsRecoveringException(answer(11602, "InterruptedDueToReplStateChange"), SERVER),
                        new MongoSocketReadException("closed", SERVER),
                        new MongoTimeoutException("no server"),
                        new MongoConnectionPoolClearedException(
                                new ServerId(new ClusterId(), SERVER), new IOException("gone")),
                        new MongoWriteConcernException(
                                new WriteConcernError(64, "WriteConcernFailed", "waiting", new BsonDocument()),
                                WriteConcernResult.unacknowledged(),
                                SERVER,
                                Set.of())))
                .allSatisfy(failure -> assertThat(StoreFailure.of(failure)).isEqualTo(TRANSIENT));
    }

    @ParameterizedTest
    @ValueSource(ints = {91, 112, 189, 13435})
    void a_command_that_an_election_or_a_conflict_interrupted_is_transient(int code) {
        assertThat(StoreFailure.of(command(code))).isEqualTo(TRANSIENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 13, 121, 10334, 11000, 17419})
    void a_command_that_fails_the_same_way_again_is_permanent(int code) {
        assertThat(StoreFailure.of(command(code))).isEqualTo(PERMANENT);
    }

    @Test
    void a_document_above_the_maximum_size_and_a_duplicate_key_are_permanent() {
        assertThat(StoreFailure.of(new BsonMaximumSizeExceededException("too large")))
                .isEqualTo(PERMANENT);
        assertThat(StoreFailure.of(new MongoWriteException(
                        new WriteError(11000, "duplicate", new BsonDocument()), SERVER, Set.of())))
                .isEqualTo(PERMANENT);
    }

    @Test
    void the_driver_label_for_retryable_writes_decides_over_the_code() {
        MongoCommandException failure = command(8);
        failure.addLabel("RetryableWriteError");
        assertThat(StoreFailure.of(failure)).isEqualTo(TRANSIENT);
    }

    @Test
    void one_permanent_error_makes_a_bulk_write_permanent() {
        assertThat(StoreFailure.of(bulk(112))).isEqualTo(TRANSIENT);
        assertThat(StoreFailure.of(bulk(112, 17419))).isEqualTo(PERMANENT);
    }

    @Test
    void a_failure_that_no_server_reported_is_transient() {
        assertThat(StoreFailure.of(new MongoException("the client is closed"))).isEqualTo(TRANSIENT);
    }

    @Test
    void any_other_failure_is_unknown() {
        assertThat(StoreFailure.of(command(59))).isEqualTo(UNKNOWN);
        assertThat(StoreFailure.of(new IllegalStateException("a fault of ours")))
                .isEqualTo(UNKNOWN);
    }

    private static MongoBulkWriteException bulk(int... codes) {
        List<BulkWriteError> errors = java.util.stream.IntStream.range(0, codes.length)
                .mapToObj(i -> new BulkWriteError(codes[i], "failed", new BsonDocument(), i))
                .toList();
        return new MongoBulkWriteException(BulkWriteResult.unacknowledged(), errors, null, SERVER, Set.of());
    }

    private static MongoCommandException command(int code) {
        return new MongoCommandException(answer(code, "Code" + code), SERVER);
    }

    private static BsonDocument answer(int code, String name) {
        return new BsonDocument("ok", new BsonInt32(0))
                .append("code", new BsonInt32(code))
                .append("codeName", new BsonString(name))
                .append("errmsg", new BsonString(name));
    }
}
