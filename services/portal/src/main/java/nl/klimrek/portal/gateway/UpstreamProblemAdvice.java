package nl.klimrek.portal.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import nl.klimrek.servicekit.problem.ProblemFactory;
import nl.klimrek.servicekit.tracing.Correlation;
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

/** A service that gives no answer becomes a problem that names it and says when to try again (RFC 9110 §10.2.3). */
@RestControllerAdvice(assignableTypes = GatewayController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class UpstreamProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(UpstreamProblemAdvice.class);
    private final ProblemFactory problems;

    UpstreamProblemAdvice(ProblemFactory problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unavailable(UpstreamUnavailableException unavailable, HttpServletRequest request) {
        LOG.warn("{} {}, correlation {}", unavailable.service().id(), unavailable.reason(), Correlation.of(request));
        boolean slow = unavailable.reason() == UpstreamUnavailableException.Reason.SLOW;
        HttpStatus status = slow ? HttpStatus.GATEWAY_TIMEOUT : HttpStatus.SERVICE_UNAVAILABLE;
        return ResponseEntity.status(status)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(unavailable.retryAfterSeconds()))
                .body(problems.of(
                        status,
                        slow ? "service-slow" : "service-away",
                        Map.of("service", unavailable.service().id()),
                        request));
    }
}
