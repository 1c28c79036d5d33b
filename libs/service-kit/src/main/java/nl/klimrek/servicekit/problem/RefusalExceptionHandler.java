package nl.klimrek.servicekit.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.aggregate.ContentionException;
import nl.klimrek.eventing.aggregate.StaleVersionException;
import nl.klimrek.eventing.marker.CommandKeyReusedException;
import nl.klimrek.eventing.outbox.OutboxFullException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers deliberate refusals of the domain, the store or the edge. After such an answer nothing has changed. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
public final class RefusalExceptionHandler {
    static final String RETRY_AFTER_SECONDS = "5";
    private final ProblemFactory problems;
    private final List<RefusalStatus> statuses;

    public RefusalExceptionHandler(ProblemFactory problems, List<RefusalStatus> statuses) {
        this.problems = problems;
        this.statuses = List.copyOf(statuses);
    }

    @ExceptionHandler
    ProblemDetail refused(RefusedException refused, HttpServletRequest request) {
        Refusal refusal = refused.refusal();
        return problems.of(statusOf(refusal.code()), refusal.code(), refusal.details(), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(RequestRefusedException refused, HttpServletRequest request) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(refused.status());
        if (refused.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return answer.body(problems.of(refused.status(), refused.code(), refused.details(), request));
    }

    @ExceptionHandler
    ProblemDetail stale(StaleVersionException stale, HttpServletRequest request) {
        return problems.of(HttpStatus.PRECONDITION_FAILED, "version-stale", Map.of(), request);
    }

    @ExceptionHandler
    ProblemDetail reused(CommandKeyReusedException reused, HttpServletRequest request) {
        return problems.of(HttpStatus.UNPROCESSABLE_ENTITY, "idempotency-key-reused", Map.of(), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> full(OutboxFullException full, HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(
                        HttpHeaders.RETRY_AFTER,
                        String.valueOf(Math.max(1, full.retryAfter().toSeconds())))
                .body(problems.of(HttpStatus.SERVICE_UNAVAILABLE, "events-delayed", Map.of(), request));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> contended(ContentionException contended, HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .body(problems.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", Map.of(), request));
    }

    private HttpStatus statusOf(String code) {
        return statuses.stream()
                .map(status -> status.of(code))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> RefusalStatus.byName(code));
    }
}
