package nl.klimrek.servicekit.command;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.klimrek.servicekit.problem.RequestRefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Demands an {@code Idempotency-Key} of 1 to 200 visible ASCII characters on every POST, so that a sender who heard no
 * answer can send again without doing it twice. On other methods it may be left out.
 */
public final class IdempotencyKeyInterceptor implements HandlerInterceptor {
    public static final String HEADER = "Idempotency-Key";
    private static final Pattern ACCEPTED = Pattern.compile("[\\x21-\\x7e]{1,200}");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if ("POST".equals(request.getMethod()) && of(request).isEmpty()) {
            throw new RequestRefusedException(HttpStatus.BAD_REQUEST, "idempotency-key-missing");
        }
        return true;
    }

    static Optional<String> of(HttpServletRequest request) {
        String sent = request.getHeader(HEADER);
        if (sent == null || sent.isBlank()) {
            return Optional.empty();
        }
        if (!ACCEPTED.matcher(sent.strip()).matches()) {
            throw new RequestRefusedException(HttpStatus.BAD_REQUEST, "idempotency-key-invalid");
        }
        return Optional.of(sent.strip());
    }
}
