package nl.klimrek.servicekit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoExecutionTimeoutException;
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
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import nl.klimrek.eventing.aggregate.NewerSchemaException;
import nl.klimrek.eventing.outbox.EventTooLargeException;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonMaximumSizeExceededException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;

/** What people get when the driver fails as it does on a replica set: 503 with a time, or an answer, never 500. */
class StoreProblemTest {

    private static final ServerAddress SERVER = new ServerAddress("store.example", 27017);
    private static final WriteConcernError WAITING =
            new WriteConcernError(64, "WriteConcernFailed", "waiting", new BsonDocument());

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new MongoNotPrimaryException(answer(10107), SERVER), 503, "unavailable"),
                Arguments.of(new MongoNodeIsRecoveringException(answer(11602), SERVER), 503, "unavailable"),
                Arguments.of(new MongoCommandException(answer(189), SERVER), 503, "unavailable"),
                Arguments.of(
                        new MongoWriteConcernException(WAITING, WriteConcernResult.unacknowledged(), SERVER, Set.of()),
                        503,
                        "unavailable"),
                Arguments.of(
                        new MongoConnectionPoolClearedException(
                                new ServerId(new ClusterId(), SERVER), new IOException("reset")),
                        503,
                        "unavailable"),
                Arguments.of(new MongoTimeoutException("no server"), 503, "unavailable"),
                Arguments.of(new MongoSocketReadException("closed", SERVER), 503, "unavailable"),
                Arguments.of(new MongoExecutionTimeoutException(50, "maxTimeMS"), 503, "unavailable"),
                Arguments.of(bulk(WAITING), 503, "unavailable"),
                Arguments.of(bulk(null, 189), 503, "unavailable"),
                Arguments.of(new NewerSchemaException("people", 2, 1), 503, "being-upgraded"),
                Arguments.of(new BsonMaximumSizeExceededException("too large"), 422, "holds-too-much"),
                Arguments.of(new MongoCommandException(answer(10334), SERVER), 422, "holds-too-much"),
                Arguments.of(bulk(null, 17419), 422, "holds-too-much"),
                Arguments.of(new EventTooLargeException("type", 2, 1), 422, "holds-too-much"),
                Arguments.of(
                        new MongoWriteException(
                                new WriteError(11000, "duplicate", new BsonDocument()), SERVER, Set.of()),
                        409,
                        "stored-meanwhile"),
                Arguments.of(bulk(null, 11000), 409, "stored-meanwhile"),
                Arguments.of(new MongoCommandException(answer(13), SERVER), 503, "store-refuses"),
                Arguments.of(new MongoCommandException(answer(121), SERVER), 503, "store-refuses"),
                Arguments.of(new MongoCommandException(answer(59), SERVER), 503, "store-refuses"),
                Arguments.of(new IllegalStateException("a fault of ours"), 500, "failed"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void a_failure_has_its_answer_also_as_a_cause_of_another(RuntimeException failure, int status, String code) {
        assertAnswer(answerTo(failure), status, code);
        assertAnswer(answerTo(new IllegalStateException("wrapped", failure)), status, code);
        if (status == 503) {
            assertAnswer(answerTo(new DataAccessResourceFailureException("translated", failure)), 503, null);
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_answer_has_a_title_and_a_detail_in_both_languages(StoreProblem problem) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.forLanguageTag("nl"))) {
            assertThat(messages().getMessage("problem." + problem.code(), null, locale))
                    .isNotBlank();
            assertThat(messages().getMessage("problem." + problem.code() + ".detail", null, locale))
                    .isNotBlank();
        }
    }

    @Test
    void only_an_answer_to_which_a_retry_can_succeed_says_when() {
        assertThat(StoreProblem.TOO_LARGE.retryAfterSeconds()).isZero();
        assertThat(StoreProblem.STORED_MEANWHILE.retryAfterSeconds()).isZero();
    }

    private static void assertAnswer(ResponseEntity<ProblemDetail> answer, int status, String code) {
        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        assertThat(answer.getHeaders().containsKey(HttpHeaders.RETRY_AFTER)).isEqualTo(status == 503);
        if (code != null) {
            assertThat(answer.getBody().getProperties()).containsEntry("code", code);
        }
    }

    private static ResponseEntity<ProblemDetail> answerTo(Exception failure) {
        ProblemFactory problems = new ProblemFactory(messages(), new FixedLocaleResolver(Locale.ENGLISH));
        return new FailureExceptionHandler(problems).failed(failure, new MockHttpServletRequest("GET", "/api/samples"));
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("klimrek-problems");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    private static MongoBulkWriteException bulk(WriteConcernError concern, int... codes) {
        List<BulkWriteError> errors = java.util.Arrays.stream(codes)
                .mapToObj(code -> new BulkWriteError(code, "failed", new BsonDocument(), 0))
                .toList();
        return new MongoBulkWriteException(BulkWriteResult.unacknowledged(), errors, concern, SERVER, Set.of());
    }

    private static BsonDocument answer(int code) {
        return new BsonDocument("ok", new BsonInt32(0)).append("code", new BsonInt32(code));
    }
}
