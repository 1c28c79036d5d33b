package nl.klimrek.servicekit.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import nl.klimrek.servicekit.tracing.Correlation;
import nl.klimrek.servicekit.tracing.RedactedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers unexpected failures: those of the store and the broker by {@link StoreProblem}, any other with 500. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
public final class FailureExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(FailureExceptionHandler.class);
    private final ProblemFactory problems;

    public FailureExceptionHandler(ProblemFactory problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(Exception failure, HttpServletRequest request) {
        return StoreProblem.of(failure)
                .map(problem -> answer(problem, failure, request))
                .orElseGet(() -> {
                    log.error("Request failed, correlation {}", Correlation.of(request), RedactedException.of(failure));
                    return ResponseEntity.status(HttpStatus.INTERNAL_SERVER_ERROR)
                            .body(problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "failed", Map.of(), request));
                });
    }

    private ResponseEntity<ProblemDetail> answer(StoreProblem problem, Exception failure, HttpServletRequest request) {
        if (problem.isForOperators()) {
            log.error("The store refuses, correlation {}", Correlation.of(request), RedactedException.of(failure));
        } else {
            log.warn(
                    "Request answered with {}, correlation {}: {}",
                    problem.code(),
                    Correlation.of(request),
                    failure.getClass().getName());
        }
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.status());
        if (problem.retryAfterSeconds() > 0) {
            answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(problem.retryAfterSeconds()));
        }
        return answer.body(problems.of(problem.status(), problem.code(), Map.of(), request));
    }
}
