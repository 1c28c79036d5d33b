package nl.klimrek.servicekit.problem;

import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import nl.klimrek.servicekit.tracing.Correlation;
import nl.klimrek.servicekit.tracing.RedactedException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What nobody meant to happen: a backend away is 503 and may be retried, anything else is 500 and is logged. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
public final class FailureExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(FailureExceptionHandler.class);
    private final ProblemFactory problems;

    public FailureExceptionHandler(ProblemFactory problems) {
        this.problems = problems;
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        MongoTimeoutException.class,
        MongoSocketException.class,
        MongoInterruptedException.class,
        RetriableException.class
    })
    ResponseEntity<ProblemDetail> away(Exception away, HttpServletRequest request) {
        log.warn(
                "Backend away, correlation {}: {}",
                Correlation.of(request),
                away.getClass().getName());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RefusalExceptionHandler.RETRY_AFTER_SECONDS)
                .body(problems.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", Map.of(), request));
    }

    @ExceptionHandler
    ProblemDetail failed(Exception failure, HttpServletRequest request) {
        log.error("Request failed, correlation {}", Correlation.of(request), RedactedException.of(failure));
        return problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "failed", Map.of(), request);
    }
}
