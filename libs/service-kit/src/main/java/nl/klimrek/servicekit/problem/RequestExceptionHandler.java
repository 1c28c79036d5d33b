package nl.klimrek.servicekit.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import nl.klimrek.eventing.InvalidKeyException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers faults of the request itself: address, method, media type, parameters or body. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
public final class RequestExceptionHandler extends ResponseEntityExceptionHandler {
    private static final Map<Integer, String> CODES = Map.of(
            400,
            "request-invalid",
            404,
            "not-found",
            405,
            "method-not-allowed",
            406,
            "not-acceptable",
            413,
            "body-too-large",
            415,
            "media-type-unsupported",
            503,
            "unavailable");
    private final ProblemFactory problems;
    private final FieldProblemMapper fields;

    public RequestExceptionHandler(ProblemFactory problems, FieldProblemMapper fields) {
        this.problems = problems;
        this.fields = fields;
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return fieldsRefused(fields.of(invalid.getBindingResult()), request);
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return fieldsRefused(fields.of(invalid), request);
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String name = mismatch instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : mismatch.getPropertyName();
        return fieldsRefused(List.of(problems.field(name, "wrong-type", servlet(request))), request);
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException missing,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return fieldsRefused(List.of(problems.field(missing.getParameterName(), "missing", servlet(request))), request);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        List<FieldProblem> wrong = fields.of(unreadable, servlet(request));
        return wrong.isEmpty()
                ? answer(problems.of(status, "body-unreadable", Map.of(), servlet(request)), headers)
                : fieldsRefused(wrong, request);
    }

    /** Whatever is no possible id names nothing, wherever in the request it stands. */
    @ExceptionHandler
    ResponseEntity<Object> namesNothing(InvalidKeyException impossible, HttpServletRequest request) {
        return answer(problems.of(HttpStatus.NOT_FOUND, "not-found", Map.of(), request), HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Object> formUnreadable(MultipartException unreadable, HttpServletRequest request) {
        return answer(problems.of(HttpStatus.BAD_REQUEST, "body-unreadable", Map.of(), request), HttpHeaders.EMPTY);
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception failure, Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String code = CODES.getOrDefault(status.value(), status.is5xxServerError() ? "failed" : "request-invalid");
        return answer(problems.of(status, code, Map.of(), servlet(request)), headers);
    }

    private ResponseEntity<Object> fieldsRefused(List<FieldProblem> wrong, WebRequest request) {
        return answer(problems.ofFields("request-invalid", wrong, servlet(request)), HttpHeaders.EMPTY);
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.getStatus()).headers(headers).body(problem);
    }

    private static HttpServletRequest servlet(WebRequest request) {
        return ((ServletWebRequest) request).getRequest();
    }
}
